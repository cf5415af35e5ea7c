package dev.fabrickit.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.api.Element.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How the elements of the contract are described, limited and named. */
class StyleTest {

    private static final String SNAKE_CASE = "[a-z][a-z0-9]*(_[a-z0-9]+)*";
    private static final String HEADER_CASE = "[A-Z][A-Za-z]*(-[A-Za-z]+)+";
    private static final String UPPER_CAMEL = "([A-Z][a-z0-9]*)+";
    private static final String LOWER_CAMEL = "[a-z]+([A-Z][a-z0-9]*)*";

    /** What a request may send without a limit, because no source knows one. */
    private static final String UNLIMITED = """
            LlmModelConfig/base_model_type
            invokeModelService/X-Infer-Service-Id/schema
            ChatCompletionRequest/model
            ChatCompletionRequest/seed
            ChatCompletionRequest/tools
            ChatCompletionRequest/user
            ChatCompletionRequest/top_k
            ChatMessage/content
            ChatMessage/name
            ChatMessage/tool_calls
            ChatMessage/tool_call_id
            StopSequences/oneOf/0
            StopSequences/oneOf/1/items
            Tool/function/description
            ToolCall/id
            ToolCall/function/name
            ToolCall/function/arguments
            ToolChoice/oneOf/1/function/name
            """;

    Contract contract = Contract.OURS;

    @Test
    void everythingIsDescribed() {
        Set<Kind> always = Set.of(Kind.PARAMETER, Kind.HEADER, Kind.REQUEST_BODY, Kind.RESPONSE);
        assertThat(contract.elements().filter(element -> !element.isReference()))
                .filteredOn(element -> always.contains(element.kind()) || element.isProperty() || element.isComponent())
                .filteredOn(
                        element -> element.node().path("description").asText().isBlank())
                .extracting(Element::name)
                .isEmpty();
    }

    @Test
    void everyPatternIsAnchored() {
        assertThat(contract.elements(Kind.SCHEMA).filter(schema -> schema.node().has("pattern")))
                .filteredOn(schema -> !isAnchored(schema.node().path("pattern").asText()))
                .extracting(Element::name)
                .isEmpty();
    }

    /** An alternative outside brackets would be anchored at one end only. */
    private static boolean isAnchored(String pattern) {
        String outsideBrackets = pattern.replaceAll("\\\\.|\\[[^]]*]|\\([^)]*\\)", "");
        return pattern.startsWith("^") && outsideBrackets.endsWith("$") && !outsideBrackets.contains("|");
    }

    @Test
    void everyOpenPatternHasAMaximum() {
        assertThat(contract.elements(Kind.SCHEMA).filter(schema -> schema.node().has("pattern")))
                .filteredOn(schema -> schema.node().path("pattern").asText().matches("(?s).*[*+]\\$")
                        && !schema.node().has("maxLength"))
                .extracting(Element::name)
                .isEmpty();
    }

    @Test
    void everyRequestSaysItsLimits() {
        List<String> unlimited = contract.reachableFrom(Kind.PARAMETER, Kind.REQUEST_BODY).values().stream()
                .filter(element -> element.kind() == Kind.SCHEMA)
                .filter(schema -> isUnlimited(schema.node()))
                .map(Element::name)
                .toList();
        assertThat(unlimited)
                .containsExactlyInAnyOrderElementsOf(UNLIMITED.lines().toList());
    }

    private static boolean isUnlimited(JsonNode schema) {
        List<String> limits = switch (schema.path("type").asText()) {
            case "string" -> List.of("maxLength", "enum");
            case "integer", "number" -> List.of("minimum", "maximum", "enum");
            case "array" -> List.of("maxItems");
            default -> List.of("type");
        };
        return schema.has("type") && limits.stream().noneMatch(schema::has);
    }

    @Test
    void everyRangeHoldsAValue() {
        Map<String, String> ranges = Map.of("minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems");
        assertThat(contract.elements(Kind.SCHEMA))
                .filteredOn(schema -> ranges.entrySet().stream()
                        .anyMatch(range -> schema.node().has(range.getValue())
                                && schema.node().path(range.getKey()).asDouble(Double.NEGATIVE_INFINITY)
                                        > schema.node().path(range.getValue()).asDouble()))
                .extracting(Element::name)
                .isEmpty();
    }

    @Test
    void everyNameFollowsItsStyle() {
        assertThat(contract.elements())
                .filteredOn(StyleTest::isMisnamed)
                .extracting(Element::name)
                .isEmpty();
    }

    private static boolean isMisnamed(Element element) {
        String key = element.lastName();
        if (element.isComponent()) {
            return !key.matches(UPPER_CAMEL);
        }
        return switch (element.kind()) {
            case OPERATION -> !key.matches(LOWER_CAMEL);
            case PARAMETER ->
                !element.isReference()
                        && !key.matches(element.node().path("in").asText().equals("header") ? HEADER_CASE : SNAKE_CASE);
            case HEADER -> !key.matches(HEADER_CASE);
            case SCHEMA -> element.isProperty() && !key.matches(SNAKE_CASE);
            default -> false;
        };
    }

    /** Generators name a class after the title. What stands under a oneOf is left out: it is mapped by hand. */
    @Test
    void everyInlineObjectHasATitleOfItsOwn() {
        List<Element> objects = contract.elements(Kind.SCHEMA)
                .filter(schema -> schema.node().has("properties"))
                .filter(schema -> !schema.pointer().contains("/oneOf/"))
                .toList();
        Map<String, Long> uses =
                objects.stream().collect(Collectors.groupingBy(StyleTest::title, Collectors.counting()));
        assertThat(objects)
                .filteredOn(object -> !title(object).matches(UPPER_CAMEL) || uses.get(title(object)) > 1)
                .extracting(Element::name)
                .isEmpty();
    }

    private static String title(Element object) {
        return object.isComponent()
                ? object.lastName()
                : object.node().path("title").asText();
    }
}

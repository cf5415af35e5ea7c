package dev.fabrickit.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.api.Element.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the contract says about its own grounds: x-basis, x-disputed, x-known-values. */
class BasisTest {

    private static final Set<String> BASES = Set.of("documented", "inferred", "chosen");

    Contract contract = Contract.OURS;

    @Test
    void everyBasisStandsAtAnElement() {
        assertThat(with("x-basis")).hasSameSizeAs(contract.document().findValues("x-basis"));
    }

    @Test
    void everyBasisIsOneOfThree() {
        assertThat(with("x-basis"))
                .filteredOn(element -> words(element.node().get("x-basis")).anyMatch(word -> !BASES.contains(word)))
                .extracting(Element::name)
                .isEmpty();
    }

    private static Stream<String> words(JsonNode basis) {
        return basis.isObject() ? basis.valueStream().flatMap(BasisTest::words) : Stream.of(basis.asText());
    }

    @Test
    void everyBasisNamesWhatStandsThere() {
        assertThat(with("x-basis"))
                .flatExtracting(element -> element.node().get("x-basis").properties().stream()
                        .filter(part -> !standsIn(element, part.getKey(), part.getValue()))
                        .map(part -> element.name() + ": " + part)
                        .toList())
                .isEmpty();
    }

    /** Of `required` and `enum` single members can be named; `status` is the status that an answer stands under. */
    private static boolean standsIn(Element element, String keyword, JsonNode basis) {
        if (keyword.equals("status")) {
            return element.kind() == Kind.RESPONSE && basis.isTextual();
        }
        JsonNode value = element.node().path(keyword);
        if (basis.isTextual()) {
            return !value.isMissingNode();
        }
        Set<String> members = value.valueStream().map(JsonNode::asText).collect(Collectors.toSet());
        return Set.of("required", "enum").contains(keyword)
                && basis.properties().stream().map(Map.Entry::getKey).allMatch(members::contains);
    }

    @Test
    void everyDisputedLimitStandsThere() {
        assertThat(with("x-disputed"))
                .isNotEmpty()
                .filteredOn(element -> element.node().get("x-disputed").properties().stream()
                        .anyMatch(limit -> !element.node().path(limit.getKey()).isNumber()
                                || element.node().get(limit.getKey()).equals(limit.getValue())))
                .extracting(Element::name)
                .isEmpty();
    }

    @Test
    void everyListOfKnownValuesIsSound() {
        assertThat(with("x-known-values"))
                .filteredOn(element -> {
                    JsonNode schema = element.node();
                    List<JsonNode> known =
                            schema.get("x-known-values").valueStream().toList();
                    return !schema.path("type").asText().equals("string")
                            || schema.has("enum")
                            || known.isEmpty()
                            || known.stream().anyMatch(value -> !value.isTextual())
                            || Set.copyOf(known).size() < known.size()
                            || schema.has("example") && !known.contains(schema.get("example"));
                })
                .extracting(Element::name)
                .isEmpty();
    }

    @Test
    void noRequestHasKnownValues() {
        assertThat(contract.reachableFrom(Kind.PARAMETER, Kind.REQUEST_BODY).values())
                .filteredOn(element -> element.node().has("x-known-values"))
                .extracting(Element::name)
                .isEmpty();
    }

    @Test
    void noAnswerHasAnEnumOfSeveralValues() {
        assertThat(contract.reachableFrom(Kind.RESPONSE).values())
                .filteredOn(element -> element.node().path("enum").size() > 1)
                .extracting(Element::name)
                .isEmpty();
    }

    @Test
    void enoughIsLookedAt() {
        assertThat(with("x-basis")).hasSizeGreaterThan(70);
        assertThat(with("x-disputed")).hasSizeGreaterThan(5);
        assertThat(with("x-known-values")).hasSizeGreaterThan(15);
        assertThat(contract.reachableFrom(Kind.PARAMETER, Kind.REQUEST_BODY)).hasSizeGreaterThan(200);
        assertThat(contract.reachableFrom(Kind.RESPONSE)).hasSizeGreaterThan(400);
    }

    private Stream<Element> with(String extension) {
        return contract.elements().filter(element -> element.node().has(extension));
    }
}

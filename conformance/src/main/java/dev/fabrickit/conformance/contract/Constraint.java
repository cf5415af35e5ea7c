package dev.fabrickit.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One thing that the contract asks of a value.
 *
 * @param keyword its word in the contract
 * @param broken whether a value that is there is wrong
 */
record Constraint(String keyword, Predicate<JsonNode> broken) {
    /** That there is a value at all. */
    static final Constraint PRESENCE = new Constraint("required", JsonNode::isMissingNode);

    boolean isBrokenBy(JsonNode value) {
        return broken.test(value);
    }

    /**
     * Those of a schema, but for what no value can break.
     *
     * @param text whether values come as text, as in a path or a query
     */
    static Stream<Constraint> of(Schema<?> schema, boolean text) {
        List<Constraint> all = new ArrayList<>();
        String type = schema.getType();
        if (type != null && !(text && type.matches("string|array"))) {
            all.add(new Constraint("type", value -> !fits(schema, type, value, text)));
        }
        if (schema.getEnum() != null) {
            all.add(new Constraint(
                    "enum",
                    value -> value.isValueNode()
                            && !value.isNull()
                            && schema.getEnum().stream()
                                    .noneMatch(one -> String.valueOf(one).equals(value.asText()))));
        }
        lengths(schema, text, all);
        limit(all, "minimum", schema.getMinimum(), (number, least) -> number.compareTo(least) < 0);
        limit(all, "maximum", schema.getMaximum(), (number, most) -> number.compareTo(most) > 0);
        if (schema.getMinItems() != null && schema.getMinItems() > 0) {
            all.add(new Constraint("minItems", value -> value.isArray() && value.size() < schema.getMinItems()));
        }
        if (schema.getMaxItems() != null) {
            all.add(new Constraint("maxItems", value -> value.isArray() && value.size() > schema.getMaxItems()));
        }
        if (schema.getOneOf() != null) {
            all.add(new Constraint(
                    "oneOf",
                    value -> !isMissingOrNull(value)
                            && schema.getOneOf().stream()
                                    .allMatch(one -> of(one, false).anyMatch(each -> each.isBrokenBy(value)))));
        }
        return all.stream().map(Constraint::ofWhatIsThere);
    }

    private static void lengths(Schema<?> schema, boolean text, List<Constraint> all) {
        int least = Objects.requireNonNullElse(schema.getMinLength(), 0);
        // Without its only segment a path is another path.
        if (least > (text ? 1 : 0)) {
            all.add(new Constraint("minLength", value -> value.isTextual() && length(value) < least));
        }
        if (schema.getMaxLength() != null) {
            int most = schema.getMaxLength();
            all.add(new Constraint("maxLength", value -> value.isTextual() && length(value) > most));
        }
        if (schema.getPattern() != null) {
            Pattern pattern = Pattern.compile(schema.getPattern());
            all.add(new Constraint(
                    "pattern",
                    value -> value.isTextual()
                            && !pattern.matcher(value.textValue()).matches()));
        }
    }

    private interface Comparison {
        boolean isBroken(BigDecimal number, BigDecimal limit);
    }

    private static void limit(List<Constraint> all, String keyword, BigDecimal limit, Comparison comparison) {
        if (limit != null) {
            all.add(new Constraint(
                    keyword,
                    value -> isNumber(value.asText())
                            && !value.isContainerNode()
                            && comparison.isBroken(new BigDecimal(value.asText()), limit)));
        }
    }

    private static Constraint ofWhatIsThere(Constraint constraint) {
        return new Constraint(constraint.keyword(), value -> !value.isMissingNode() && constraint.isBrokenBy(value));
    }

    private static boolean fits(Schema<?> schema, String type, JsonNode value, boolean text) {
        if (value.isNull()) {
            return Boolean.TRUE.equals(schema.getNullable());
        }
        return switch (type) {
            case "string" -> value.isTextual();
            case "integer" -> text ? value.asText().matches("-?\\d+") : value.isIntegralNumber();
            case "number" -> text ? isNumber(value.asText()) : value.isNumber();
            case "boolean" -> text ? value.asText().matches("true|false") : value.isBoolean();
            case "array" -> value.isArray();
            default -> value.isObject();
        };
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?");
    }

    private static boolean isMissingOrNull(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static int length(JsonNode text) {
        return text.textValue().codePointCount(0, text.textValue().length());
    }

    /** The library hands them out without their type. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static Map<String, Schema<?>> propertiesOf(Schema<?> schema) {
        return (Map) Objects.requireNonNullElse(schema.getProperties(), Map.of());
    }
}

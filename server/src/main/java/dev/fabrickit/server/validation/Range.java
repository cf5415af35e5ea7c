package dev.fabrickit.server.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The keywords {@code minimum} and {@code maximum}, and what {@code format} says of an integer's size. */
record Range(@Nullable BigDecimal minimum, @Nullable BigDecimal maximum) implements Constraint {

    static Range of(JsonNode schema) {
        String format = schema.path("format").asText();
        return switch (format) {
            case "int32" -> within(schema, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "int64" -> within(schema, Long.MIN_VALUE, Long.MAX_VALUE);
            default -> new Range(bound(schema, "minimum"), bound(schema, "maximum"));
        };
    }

    private static Range within(JsonNode schema, long least, long most) {
        BigDecimal minimum = bound(schema, "minimum");
        BigDecimal maximum = bound(schema, "maximum");
        return new Range(
                minimum == null ? BigDecimal.valueOf(least) : minimum,
                maximum == null ? BigDecimal.valueOf(most) : maximum);
    }

    private static @Nullable BigDecimal bound(JsonNode schema, String keyword) {
        return schema.has(keyword) ? schema.get(keyword).decimalValue() : null;
    }

    @Override
    public void check(Place place, JsonNode value, Faults faults) {
        BigDecimal number = value.decimalValue();
        if (minimum != null && number.compareTo(minimum) < 0) {
            faults.add(place, "must be at least " + minimum + ", not " + Faults.shown(value));
        } else if (maximum != null && number.compareTo(maximum) > 0) {
            faults.add(place, "must be at most " + maximum + ", not " + Faults.shown(value));
        }
    }
}

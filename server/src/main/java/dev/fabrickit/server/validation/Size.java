package dev.fabrickit.server.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.ToIntFunction;

/**
 * How many of something a value has: characters of a text, items of a list.
 *
 * @param least how many at least
 * @param most how many at most, or {@link Integer#MAX_VALUE}
 * @param noun what is counted
 * @param count counts it in a value
 */
record Size(int least, int most, String noun, ToIntFunction<JsonNode> count) implements Constraint {

    /** Characters are code points, as in JSON Schema. */
    static Size ofText(JsonNode schema) {
        return new Size(
                schema.path("minLength").asInt(0),
                schema.path("maxLength").asInt(Integer.MAX_VALUE),
                "characters",
                value -> value.textValue().codePointCount(0, value.textValue().length()));
    }

    static Size ofList(JsonNode schema) {
        return new Size(
                schema.path("minItems").asInt(0),
                schema.path("maxItems").asInt(Integer.MAX_VALUE),
                "items",
                JsonNode::size);
    }

    @Override
    public void check(Place place, JsonNode value, Faults faults) {
        int size = count.applyAsInt(value);
        if (size < least || size > most) {
            faults.add(place, "must have " + limits() + " " + noun + ", not " + size);
        }
    }

    private String limits() {
        if (most == Integer.MAX_VALUE) {
            return "at least " + least;
        }
        return least == 0 ? "at most " + most : least + " to " + most;
    }
}

package dev.fabrickit.server.invocation.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Values that fit a JSON schema, as a model would give them as the arguments of a tool. Fit for what such schemas use: types,
 * enums, ranges, lengths, patterns, formats, nested objects and arrays, references and combinations. Schemas with
 * {@code not}, conditions or rules between properties are refused; of {@code oneOf} one is chosen, and whether the value fits
 * another as well is not looked at.
 */
final class Samples {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Deeper than this only what is required is given, so that a schema that contains itself comes to an end. */
    private static final int GENEROUS_DEPTH = 4;

    private static final int DEPTH = 32;
    private static final int VALUES = 5_000;

    private final EffectiveSchemas schemas;
    private final SampleTexts texts;
    private final RandomGenerator random;
    private int values;

    private Samples(JsonNode root, String said, RandomGenerator random) {
        this.schemas = new EffectiveSchemas(root, random);
        this.texts = new SampleTexts(said, random);
        this.random = random;
    }

    /**
     * Arguments of a function.
     *
     * @param schema null and true ask for no arguments
     * @param said what texts without a rule of their own are taken from
     * @throws Refusal when there are no such arguments, or none of a decent size
     */
    static JsonNode arguments(String function, JsonNode schema, String said, RandomGenerator random) {
        try {
            return new Samples(schema, said, random).arguments(schema);
        } catch (NoSample e) {
            throw new Refusal(
                    ErrorCode.TOOL_NOT_SIMULATED,
                    "no arguments can be made up for the tool " + function + ": " + e.getMessage(),
                    "Simplify its parameters, or set tool_choice to none.");
        }
    }

    private JsonNode arguments(JsonNode asked) {
        ObjectNode schema = schemas.of(asked, 0);
        JsonNode type = schema.path("type");
        boolean objects = type.isMissingNode() || EffectiveSchemas.list(type).contains(TextNode.valueOf("object"));
        boolean listed = schema.has("const") || schema.has("enum");
        JsonNode arguments = !objects ? type : listed ? value(schema, 0) : object(schema, 0);
        if (!arguments.isObject()) {
            throw new NoSample("its parameters are not those of an object");
        }
        return arguments;
    }

    private JsonNode value(JsonNode asked, int depth) {
        if (depth > DEPTH || ++values > VALUES) {
            throw new NoSample("its parameters are too deep or too many");
        }
        ObjectNode schema = schemas.of(asked, depth);
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            return any(schema.get("enum"));
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer" -> SampleNumber.of(schema, true).pick(random);
            case "number" -> SampleNumber.of(schema, false).pick(random);
            case "boolean" -> BooleanNode.valueOf(random.nextBoolean());
            case "null" -> NullNode.instance;
            case "string" -> TextNode.valueOf(texts.of(schema));
            default -> throw new NoSample("one of its parameters has a type that JSON does not know");
        };
    }

    private JsonNode any(JsonNode values) {
        if (values.isEmpty()) {
            throw new NoSample("one of its parameters allows no value");
        }
        return values.get(random.nextInt(values.size()));
    }

    private String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            return type.textValue();
        }
        if (type.isArray()) {
            return any(type).asText();
        }
        if (schema.has("properties") || schema.has("required") || schema.has("minProperties")) {
            return "object";
        }
        if (schema.has("items") || schema.has("prefixItems") || schema.has("minItems")) {
            return "array";
        }
        return schema.has("minimum") || schema.has("maximum") || schema.has("multipleOf") ? "number" : "string";
    }

    private ObjectNode object(ObjectNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        JsonNode properties = schema.path("properties");
        schema.path("required").forEach(name -> put(object, schema, name.asText(), depth));
        int least = schema.path("minProperties").asInt(0);
        int most = schema.path("maxProperties").asInt(Integer.MAX_VALUE);
        properties.fieldNames().forEachRemaining(name -> {
            boolean generous = depth < GENEROUS_DEPTH && random.nextBoolean();
            if (!object.has(name) && object.size() < most && (generous || object.size() < least)) {
                put(object, schema, name, depth);
            }
        });
        for (int extra = 1; object.size() < least; extra++) {
            put(object, schema, "property" + extra, depth);
        }
        return object;
    }

    private void put(ObjectNode object, ObjectNode schema, String name, int depth) {
        JsonNode property = schema.path("properties").path(name);
        object.set(name, value(property.isMissingNode() ? schema.path("additionalProperties") : property, depth + 1));
    }

    private ArrayNode array(ObjectNode schema, int depth) {
        ArrayNode array = JSON.arrayNode();
        List<JsonNode> first = new ArrayList<>();
        schema.path("prefixItems").forEach(first::add);
        int least = schema.path("minItems").asInt(0);
        int most = schema.path("maxItems").asInt(Integer.MAX_VALUE);
        int usual = depth < GENEROUS_DEPTH ? Math.max(first.size(), 1 + random.nextInt(2)) : 0;
        int size = Math.min(most, Math.max(least, usual));
        boolean unique = schema.path("uniqueItems").asBoolean();
        while (array.size() < size) {
            JsonNode item =
                    value(array.size() < first.size() ? first.get(array.size()) : schema.path("items"), depth + 1);
            if (!unique || !contains(array, item)) {
                array.add(item);
            } else if (array.size() >= least && random.nextBoolean()) {
                return array;
            }
        }
        return array;
    }

    private static boolean contains(ArrayNode array, JsonNode item) {
        return array.valueStream().anyMatch(item::equals);
    }
}

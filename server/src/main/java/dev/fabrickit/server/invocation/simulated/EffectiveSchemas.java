package dev.fabrickit.server.invocation.simulated;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.StreamSupport;

/** Dissolves references and combinations: what a value has to fit, in one schema without them. */
final class EffectiveSchemas {
    private static final int REFERENCES = 100;
    private static final int PARTS = 5_000;
    /** Deeper than this alternatives are chosen by size, so that one that contains itself is avoided. */
    private static final int FREE_DEPTH = 4;

    private static final List<String> NOT_FOLLOWED =
            List.of("not", "if", "contains", "dependentRequired", "dependentSchemas", "dependencies");

    private final JsonNode root;
    private final RandomGenerator random;
    private int seen;

    EffectiveSchemas(JsonNode root, RandomGenerator random) {
        this.root = root;
        this.random = random;
    }

    ObjectNode of(JsonNode schema, int depth) {
        return of(schema, depth, REFERENCES);
    }

    private ObjectNode of(JsonNode schema, int depth, int references) {
        ObjectNode effective = JsonNodeFactory.instance.objectNode();
        if (schema.isBoolean() && !schema.booleanValue()) {
            throw new NoSample("one of its parameters allows no value");
        }
        if (schema.isMissingNode() || schema.isNull() || schema.isBoolean()) {
            return effective;
        }
        if (!schema.isObject()) {
            throw new NoSample("one of its parameters has a schema that is none");
        }
        NOT_FOLLOWED.stream().filter(schema::has).findFirst().ifPresent(keyword -> {
            throw new NoSample("the keyword " + keyword + " cannot be followed");
        });
        if (references == 0 || ++seen > PARTS) {
            throw new NoSample("its references go round in circles");
        }
        List<JsonNode> parts = new ArrayList<>();
        if (schema.has("$ref")) {
            parts.add(target(schema.get("$ref").asText()));
        }
        schema.path("allOf").forEach(parts::add);
        for (String alternatives : List.of("anyOf", "oneOf")) {
            if (schema.path(alternatives).size() > 0) {
                parts.add(choose(schema.get(alternatives), depth));
            }
        }
        schema.properties().forEach(keyword -> {
            if (!List.of("$ref", "allOf", "anyOf", "oneOf").contains(keyword.getKey())) {
                effective.set(keyword.getKey(), keyword.getValue());
            }
        });
        parts.forEach(part -> merge(effective, of(part, depth, references - 1)));
        return effective;
    }

    private JsonNode target(String reference) {
        JsonNode target = reference.startsWith("#") && (reference.length() == 1 || reference.charAt(1) == '/')
                ? root.at(JsonPointer.compile(reference.substring(1)))
                : root.path("$none");
        if (target.isMissingNode()) {
            throw new NoSample("the reference " + reference + " leads nowhere");
        }
        return target;
    }

    private JsonNode choose(JsonNode alternatives, int depth) {
        return depth < FREE_DEPTH
                ? alternatives.get(random.nextInt(alternatives.size()))
                : StreamSupport.stream(alternatives.spliterator(), false)
                        .min(Comparator.comparingInt(EffectiveSchemas::weight))
                        .orElseThrow();
    }

    private static int weight(JsonNode schema) {
        return schema.toString().length() + (schema.findValue("$ref") == null ? 0 : 1_000_000);
    }

    private static void merge(ObjectNode into, ObjectNode more) {
        more.properties().forEach(keyword -> {
            JsonNode before = into.path(keyword.getKey());
            into.set(
                    keyword.getKey(),
                    before.isMissingNode() ? keyword.getValue() : both(keyword.getKey(), before, keyword.getValue()));
        });
    }

    private static JsonNode both(String keyword, JsonNode one, JsonNode other) {
        return switch (keyword) {
            case "properties" -> properties(one, other);
            case "required" -> union(one, other);
            case "enum" -> common(one, other);
            case "type" -> common(types(one), types(other));
            case "minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties" ->
                one.decimalValue().compareTo(other.decimalValue()) >= 0 ? one : other;
            case "maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties" ->
                one.decimalValue().compareTo(other.decimalValue()) <= 0 ? one : other;
            default -> other;
        };
    }

    private static JsonNode properties(JsonNode one, JsonNode other) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        one.properties().forEach(property -> all.set(property.getKey(), property.getValue()));
        other.properties()
                .forEach(property -> all.set(
                        property.getKey(),
                        all.has(property.getKey())
                                ? all.objectNode()
                                        .set(
                                                "allOf",
                                                all.arrayNode()
                                                        .add(all.get(property.getKey()))
                                                        .add(property.getValue()))
                                : property.getValue()));
        return all;
    }

    private static JsonNode union(JsonNode one, JsonNode other) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        one.forEach(all::add);
        other.forEach(all::add);
        return all;
    }

    private static JsonNode common(JsonNode one, JsonNode other) {
        ArrayNode common = JsonNodeFactory.instance.arrayNode();
        list(one).stream().filter(list(other)::contains).forEach(common::add);
        return common;
    }

    /** Among numbers are the integers. */
    private static JsonNode types(JsonNode named) {
        ArrayNode types = JsonNodeFactory.instance.arrayNode().addAll(list(named));
        return list(named).contains(TextNode.valueOf("number")) ? types.add("integer") : types;
    }

    static List<JsonNode> list(JsonNode values) {
        return values.isArray() ? values.valueStream().toList() : List.of(values);
    }
}

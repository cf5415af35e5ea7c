package dev.fabrickit.server.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Understands the schemas of a contract. A keyword that it does not know stops it, rather than going unenforced. */
final class Schemas {
    private static final Constraint ANYTHING = (place, value, faults) -> {};
    private static final Set<String> OF_NO_CONSEQUENCE = Set.of("title", "description", "example", "default");
    private static final Map<Type, Set<String>> KEYWORDS = Map.of(
            Type.STRING, Set.of("minLength", "maxLength", "pattern", "enum"),
            Type.INTEGER, Set.of("minimum", "maximum", "format"),
            Type.NUMBER, Set.of("minimum", "maximum", "format"),
            Type.BOOLEAN, Set.of(),
            Type.ARRAY, Set.of("minItems", "maxItems", "items"),
            Type.OBJECT, Set.of("properties", "required"));

    private final JsonNode contract;
    private final Map<String, Constraint> referred = new HashMap<>();

    Schemas(JsonNode contract) {
        this.contract = contract;
    }

    Constraint read(JsonNode schema) {
        if (schema.has("$ref")) {
            return referred(schema.get("$ref").textValue());
        }
        boolean nullable = schema.path("nullable").asBoolean(false);
        if (schema.has("oneOf")) {
            requireKnown(schema, Set.of("oneOf"));
            List<Schema> schemas = stream(schema.get("oneOf"))
                    .map(this::read)
                    .map(Schema.class::cast)
                    .toList();
            return new Alternatives(schemas, nullable);
        }
        if (!schema.has("type")) {
            requireKnown(schema, Set.of());
            return ANYTHING;
        }
        Type type = Type.named(schema.get("type").textValue());
        requireKnown(schema, KEYWORDS.get(type));
        return new Schema(type, nullable, constraints(type, schema));
    }

    private Constraint referred(String reference) {
        Constraint known = referred.get(reference);
        if (known == null) {
            known = read(contract.at(reference.substring(1)));
            referred.put(reference, known);
        }
        return known;
    }

    private List<Constraint> constraints(Type type, JsonNode schema) {
        return switch (type) {
            case STRING -> textConstraints(schema);
            case INTEGER, NUMBER -> List.of(Range.of(schema));
            case BOOLEAN -> List.of();
            case ARRAY -> List.of(Size.ofList(schema), new Items(read(schema.path("items"))));
            case OBJECT ->
                List.of(new Properties(
                        properties(schema), texts(schema.path("required")).toList()));
        };
    }

    private static List<Constraint> textConstraints(JsonNode schema) {
        List<Constraint> constraints = new ArrayList<>();
        if (schema.has("minLength") || schema.has("maxLength")) {
            constraints.add(Size.ofText(schema));
        }
        if (schema.has("pattern")) {
            constraints.add(new Form(Pattern.compile(schema.get("pattern").textValue())));
        }
        if (schema.has("enum")) {
            constraints.add(
                    new Choice(new LinkedHashSet<>(texts(schema.get("enum")).toList())));
        }
        return constraints;
    }

    private Map<String, Constraint> properties(JsonNode schema) {
        Map<String, Constraint> properties = new LinkedHashMap<>();
        schema.path("properties")
                .properties()
                .forEach(property -> properties.put(property.getKey(), read(property.getValue())));
        return properties;
    }

    private static void requireKnown(JsonNode schema, Set<String> keywords) {
        schema.fieldNames().forEachRemaining(keyword -> {
            if (!keywords.contains(keyword)
                    && !OF_NO_CONSEQUENCE.contains(keyword)
                    && !keyword.startsWith("x-")
                    && !Set.of("type", "nullable").contains(keyword)) {
                throw new IllegalArgumentException("a keyword that is not enforced: " + keyword + " in " + schema);
            }
        });
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static Stream<String> texts(JsonNode list) {
        return stream(list).map(JsonNode::textValue);
    }
}

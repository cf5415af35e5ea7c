package dev.fabrickit.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The values just inside and just outside of what a schema of the contract allows. */
final class Boundaries {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Keeps 1.0 apart from 1. */
    private static final JsonMapper READER = new JsonMapper();

    private static final List<String> ODD = List.of("<", " ", "\n", "/", "\uD83D\uDE00", "a\n", "\u667A");

    private Boundaries() {}

    static Stream<Boundary> of(Schema<?> given) {
        Schema<?> schema = Contract.resolved(given);
        boolean nullable = Boolean.TRUE.equals(schema.getNullable());
        if (schema.getType() == null && schema.getOneOf() == null) {
            return Stream.of("null", "{}", "[[null]]", "0", "\"text\"")
                    .map(Boundaries::json)
                    .map(Boundary::inside);
        }
        Boundary none = new Boundary("", JSON.nullNode(), nullable);
        if (schema.getOneOf() != null) {
            return Stream.of(
                            Stream.of(
                                    none,
                                    Boundary.outside(JSON.numberNode(5)),
                                    Boundary.outside(JSON.booleanNode(true))),
                            ofAlternatives(schema))
                    .flatMap(cases -> cases);
        }
        return Stream.of(Stream.of(none), strangers(schema.getType()), ofItsType(schema))
                .flatMap(cases -> cases);
    }

    private static Stream<Boundary> ofAlternatives(Schema<?> schema) {
        List<Boundary> cases = new ArrayList<>();
        for (Schema<?> alternative : schema.getOneOf()) {
            ofItsType(alternative).forEach(cases::add);
        }
        return cases.stream();
    }

    /** Values of other types. */
    private static Stream<Boundary> strangers(String type) {
        return switch (type) {
            case "string" -> outside("5", "1.5", "true", "{}", "[]");
            case "integer" -> outside("\"1\"", "1.5", "1.0", "1e2", "true", "{}", "[]", "99999999999999999999999");
            case "number" -> outside("\"1\"", "true", "{}", "[]");
            case "boolean" -> outside("\"true\"", "0", "1", "{}", "[]");
            case "array" -> outside("{}", "\"text\"", "5", "true");
            default -> outside("[]", "\"text\"", "5", "true");
        };
    }

    private static Stream<Boundary> outside(String... values) {
        return Stream.of(values).map(Boundaries::json).map(Boundary::outside);
    }

    private static Stream<Boundary> ofItsType(Schema<?> given) {
        Schema<?> schema = Contract.resolved(given);
        return switch (schema.getType()) {
            case "string" -> schema.getEnum() == null ? texts(schema) : choices(schema);
            case "integer", "number" -> numbers(schema);
            case "boolean" -> Stream.of(true, false).map(JSON::booleanNode).map(Boundary::inside);
            case "array" -> lists(schema);
            default -> objects(schema);
        };
    }

    private static Stream<Boundary> choices(Schema<?> schema) {
        List<String> known = schema.getEnum().stream().map(String::valueOf).toList();
        return Stream.concat(
                known.stream().map(JSON::textNode).map(Boundary::inside),
                known.stream()
                        .flatMap(value -> Stream.of(
                                value + "x",
                                value + "\n",
                                value.toUpperCase(Locale.ROOT),
                                value.toLowerCase(Locale.ROOT)))
                        .filter(value -> !known.contains(value))
                        .map(JSON::textNode)
                        .map(Boundary::outside));
    }

    private static Stream<Boundary> texts(Schema<?> schema) {
        int least = schema.getMinLength() == null ? 0 : schema.getMinLength();
        int most = schema.getMaxLength() == null ? least + 100 : schema.getMaxLength();
        Stream<Integer> sizes = Stream.of(least, most);
        Stream<Integer> wrongSizes = Stream.concat(
                least == 0 ? Stream.of() : Stream.of(least - 1),
                schema.getMaxLength() == null ? Stream.of() : Stream.of(most + 1));
        Stream<String> wrongCharacters = ODD.stream()
                .map(odd ->
                        odd + text(schema, Math.max(least, 1)).substring(Math.min(odd.length(), Math.max(least, 1))))
                .filter(text -> !matches(schema, text));
        Stream<String> wide = IntStream.of(most, most + 1)
                .mapToObj("\uD83D\uDE00"::repeat)
                .filter(text -> schema.getMaxLength() != null && matches(schema, text));
        return Stream.of(
                        sizes.map(size -> text(schema, size))
                                .filter(text -> matches(schema, text))
                                .map(text -> new Boundary("", JSON.textNode(text), true)),
                        wrongSizes.map(size -> Boundary.outside(JSON.textNode(text(schema, size)))),
                        wrongCharacters.map(text -> Boundary.outside(JSON.textNode(text))),
                        wide.map(text ->
                                new Boundary("", JSON.textNode(text), text.codePointCount(0, text.length()) <= most)))
                .flatMap(cases -> cases);
    }

    /** As many characters of the example, or as the example goes on. */
    private static String text(Schema<?> schema, int size) {
        String start = schema.getExample() == null ? "" : String.valueOf(schema.getExample());
        return (start + "a".repeat(Math.max(0, size - start.length()))).substring(0, size);
    }

    private static boolean matches(Schema<?> schema, String text) {
        return schema.getPattern() == null || text.matches(schema.getPattern());
    }

    private static Stream<Boundary> numbers(Schema<?> schema) {
        BigDecimal step =
                schema.getType().equals("integer") ? BigDecimal.ONE : new BigDecimal("0.000000000000000000001");
        boolean small = "int32".equals(schema.getFormat());
        BigDecimal least = schema.getMinimum() != null
                ? schema.getMinimum()
                : BigDecimal.valueOf(small ? Integer.MIN_VALUE : Long.MIN_VALUE);
        BigDecimal most = schema.getMaximum() != null
                ? schema.getMaximum()
                : BigDecimal.valueOf(small ? Integer.MAX_VALUE : Long.MAX_VALUE);
        return Stream.of(
                Boundary.inside(number(least)),
                Boundary.inside(number(most)),
                Boundary.outside(number(least.subtract(step))),
                Boundary.outside(number(most.add(step))));
    }

    private static JsonNode number(BigDecimal number) {
        return number.scale() == 0 ? JSON.numberNode(number.toBigInteger()) : JSON.numberNode(number);
    }

    private static Stream<Boundary> lists(Schema<?> schema) {
        int least = schema.getMinItems() == null ? 0 : schema.getMinItems();
        Stream<Integer> sizes =
                schema.getMaxItems() == null ? Stream.of(least) : Stream.of(least, schema.getMaxItems());
        Stream<Integer> wrongSizes = Stream.concat(
                least == 0 ? Stream.of() : Stream.of(least - 1),
                schema.getMaxItems() == null ? Stream.of() : Stream.of(schema.getMaxItems() + 1));
        return Stream.of(
                        sizes.map(size -> Boundary.inside(list(schema, size))),
                        wrongSizes.map(size -> Boundary.outside(list(schema, size))),
                        of(schema.getItems()).map(item -> item.in(JSON.arrayNode())))
                .flatMap(cases -> cases);
    }

    private static ArrayNode list(Schema<?> schema, int size) {
        JsonNode item = sound(schema.getItems());
        ArrayNode list = JSON.arrayNode();
        IntStream.range(0, size).forEach(i -> list.add(item));
        return list;
    }

    private static Stream<Boundary> objects(Schema<?> schema) {
        ObjectNode base = (ObjectNode) sound(schema);
        return schema.getProperties().keySet().stream()
                .flatMap(name -> Stream.concat(
                                Stream.of(Boundary.missing(!required(schema).contains(name))),
                                of(schema.getProperties().get(name)))
                        .map(boundary -> boundary.in(base, name)));
    }

    private static List<String> required(Schema<?> schema) {
        return schema.getRequired() == null ? List.of() : schema.getRequired();
    }

    /** A small value that the contract allows. */
    static JsonNode sound(Schema<?> given) {
        Schema<?> schema = Contract.resolved(given);
        if ("object".equals(schema.getType())) {
            ObjectNode object = JSON.objectNode();
            required(schema)
                    .forEach(name ->
                            object.set(name, sound(schema.getProperties().get(name))));
            return object;
        }
        return ofItsType(schema)
                .filter(Boundary::inside)
                .map(Boundary::value)
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(String text) {
        try {
            return READER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}

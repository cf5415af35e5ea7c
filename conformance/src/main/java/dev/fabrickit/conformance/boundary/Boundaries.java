package dev.fabrickit.conformance.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.conformance.boundary.Boundary.Side;
import dev.fabrickit.conformance.contract.Limits;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The values just inside and just outside of what a schema allows. Where another official source gives another limit, what
 * lies between the two is left out, unless the whole contract is asked for.
 *
 * @param full whether the whole contract is asked for
 */
record Boundaries(boolean full) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final BigDecimal SMALL = new BigDecimal("0.1");
    private static final List<String> ODD = List.of("<", "/", "\n", "\uD83D\uDE00");

    /** Those of a schema for a single value; none for one that allows anything. */
    List<Boundary> of(Schema<?> schema) {
        return switch (Objects.requireNonNullElse(schema.getType(), "")) {
            case "string" -> schema.getEnum() == null ? texts(schema) : choices(schema);
            case "integer" -> numbers(schema, BigDecimal.ONE);
            case "number" -> numbers(schema, SMALL);
            case "boolean" -> with(List.of(inside("false", JSON.booleanNode(false))), JSON.textNode("perhaps"));
            default -> List.of();
        };
    }

    private static List<Boundary> with(List<Boundary> boundaries, JsonNode stranger) {
        return Stream.concat(boundaries.stream(), Stream.of(new Boundary("of a wrong type", stranger, Side.UNREADABLE)))
                .toList();
    }

    private static Boundary inside(String what, JsonNode value) {
        return new Boundary(what, value, Side.INSIDE);
    }

    private static Boundary outside(String what, JsonNode value) {
        return new Boundary(what, value, Side.OUTSIDE);
    }

    private static List<Boundary> choices(Schema<?> schema) {
        List<Boundary> all = new ArrayList<>();
        schema.getEnum().forEach(value -> all.add(inside("one of its values", JSON.textNode(String.valueOf(value)))));
        all.add(outside("none of its values", JSON.textNode("no-such-value")));
        return with(all, JSON.objectNode());
    }

    private List<Boundary> texts(Schema<?> schema) {
        List<Boundary> all = new ArrayList<>();
        Limits limits = new Limits(schema, full);
        limits.least("minLength").ifPresent(least -> all.add(inside("shortest", text(schema, least))));
        limits.most("maxLength").ifPresent(most -> all.add(inside("longest", text(schema, most))));
        limits.tooFew("minLength").ifPresent(few -> all.add(outside("too short", text(schema, few))));
        limits.tooMany("maxLength").ifPresent(many -> all.add(outside("too long", text(schema, many))));
        int length = limits.least("minLength").orElse(1);
        ODD.stream()
                .map(odd -> odd + text(schema, Math.max(1, length)).textValue())
                .filter(text -> schema.getPattern() != null && !text.matches(schema.getPattern()))
                .forEach(text -> all.add(outside("with a wrong character", JSON.textNode(text))));
        return with(
                all.stream()
                        .filter(boundary -> boundary.side() != Side.INSIDE || matches(schema, boundary))
                        .toList(),
                JSON.objectNode());
    }

    private static boolean matches(Schema<?> schema, Boundary boundary) {
        return schema.getPattern() == null || boundary.value().textValue().matches(schema.getPattern());
    }

    /** So many characters of the example, or as it goes on. */
    private static JsonNode text(Schema<?> schema, int length) {
        String start = schema.getExample() == null ? "" : String.valueOf(schema.getExample());
        return JSON.textNode((start + "a".repeat(length)).substring(0, length));
    }

    private List<Boundary> numbers(Schema<?> schema, BigDecimal step) {
        List<Boundary> all = new ArrayList<>();
        Limits limits = new Limits(schema, full);
        limits.lowest().ifPresent(number -> all.add(inside("least", number(number))));
        limits.highest().ifPresent(number -> all.add(inside("greatest", number(number))));
        limits.tooLow(step).ifPresent(number -> all.add(outside("too small", number(number))));
        limits.tooHigh(step).ifPresent(number -> all.add(outside("too great", number(number))));
        return with(all, JSON.textNode("one"));
    }

    private static JsonNode number(BigDecimal number) {
        return number.scale() <= 0 ? JSON.numberNode(number.longValueExact()) : JSON.numberNode(number);
    }

    /** The library hands them out without their type. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static Map<String, Schema<?>> propertiesOf(Schema<?> schema) {
        return (Map) Objects.requireNonNullElse(schema.getProperties(), Map.of());
    }

    /** A value that the contract allows. */
    static JsonNode sound(Schema<?> schema) {
        if ("object".equals(schema.getType())) {
            ObjectNode object = JSON.objectNode();
            List<String> required = Objects.requireNonNullElse(schema.getRequired(), List.of());
            Map<String, Schema<?>> properties = propertiesOf(schema);
            required.forEach(name -> object.set(name, sound(properties.get(name))));
            return object;
        }
        return new ObjectMapper().valueToTree(schema.getExample());
    }
}

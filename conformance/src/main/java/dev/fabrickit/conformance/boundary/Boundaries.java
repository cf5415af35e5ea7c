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
import java.util.Locale;
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

    /** What a pattern of signs that are forbidden leaves out. */
    private static final String SIGNS = "<>!=&'\"";

    /** What a pattern of letters that are allowed leaves out. */
    private static final String LETTERS = "<. /\n\u00E9\u4E2D\uD83D\uDE00";

    private static final String PLAIN = "Az09_-";

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

    private List<Boundary> choices(Schema<?> schema) {
        List<Boundary> all = new ArrayList<>();
        schema.getEnum().forEach(value -> all.add(inside("one of its values", JSON.textNode(String.valueOf(value)))));
        all.add(outside("none of its values", JSON.textNode("no-such-value")));
        if (full) {
            String first = String.valueOf(schema.getEnum().get(0));
            String turned = first.equals(first.toUpperCase(Locale.ROOT))
                    ? first.toLowerCase(Locale.ROOT)
                    : first.toUpperCase(Locale.ROOT);
            all.add(outside("in other letters", JSON.textNode(turned)));
        }
        return with(all, JSON.objectNode());
    }

    private List<Boundary> texts(Schema<?> schema) {
        List<Boundary> all = new ArrayList<>();
        Limits limits = new Limits(schema, full);
        limits.least("minLength").ifPresent(least -> all.add(inside("shortest", text(schema, least))));
        limits.most("maxLength").ifPresent(most -> all.add(inside("longest", text(schema, most))));
        limits.tooFew("minLength").ifPresent(few -> all.add(outside("too short", text(schema, few))));
        limits.tooMany("maxLength").ifPresent(many -> all.add(outside("too long", text(schema, many))));
        if (schema.getPattern() != null) {
            all.addAll(characters(schema, limits));
        }
        return with(
                all.stream()
                        .filter(boundary -> boundary.side() != Side.INSIDE || matches(schema, boundary))
                        .toList(),
                JSON.objectNode());
    }

    /** Each that the pattern leaves out at the beginning, two at the end, and all that it allows at once. */
    private static List<Boundary> characters(Schema<?> schema, Limits limits) {
        String sound =
                text(schema, Math.max(1, limits.least("minLength").orElse(1))).textValue();
        List<Boundary> all = new ArrayList<>();
        limits.most("maxLength")
                .ifPresent(most -> all.add(inside("with all that it allows", allowed(schema, sound, most))));
        List<String> odd = ((sound + LETTERS.substring(1)).matches(schema.getPattern()) ? SIGNS : LETTERS)
                .codePoints()
                .mapToObj(Character::toString)
                .filter(character -> !(character + sound).matches(schema.getPattern()))
                .toList();
        odd.forEach(character -> all.add(odd("beginning", character, character + sound)));
        Stream.concat(odd.stream().limit(1), odd.stream().filter("\n"::equals))
                .forEach(character -> all.add(odd("ending", character, sound + character)));
        return all;
    }

    private static JsonNode allowed(Schema<?> schema, String sound, int most) {
        StringBuilder text = new StringBuilder(sound);
        (PLAIN + LETTERS).codePoints().mapToObj(Character::toString).forEach(character -> {
            if ((sound + character).matches(schema.getPattern()) && text.length() < most) {
                text.append(character);
            }
        });
        return JSON.textNode(text.toString());
    }

    private static Boundary odd(String where, String character, String text) {
        return outside(where + " with " + Character.getName(character.codePointAt(0)), JSON.textNode(text));
    }

    /** Values that some readers of JSON would make others of: numbers for texts, and the other way round. */
    List<Boundary> lookalikes(Schema<?> schema) {
        List<JsonNode> values = switch (Objects.requireNonNullElse(schema.getType(), "")) {
            case "string" -> List.<JsonNode>of(JSON.numberNode(1234567), JSON.booleanNode(true));
            case "integer" -> List.<JsonNode>of(JSON.textNode("1"), JSON.booleanNode(true), JSON.numberNode(1.5));
            case "number" -> List.<JsonNode>of(JSON.textNode("1"), JSON.booleanNode(true));
            case "boolean" -> List.<JsonNode>of(JSON.textNode("true"), JSON.numberNode(1));
            default -> List.<JsonNode>of();
        };
        return values.stream()
                .map(value -> new Boundary("as " + value, value, Side.UNREADABLE))
                .toList();
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

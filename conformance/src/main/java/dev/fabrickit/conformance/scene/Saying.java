package dev.fabrickit.conformance.scene;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What one choice of an answer says in the end, be it streamed or whole.
 *
 * @param text its text; empty when it has none
 * @param calls the calls of tools that it asks for
 * @param reasons why it ends; a right one has one reason
 */
public record Saying(String text, List<Use> calls, List<String> reasons) {
    /**
     * A call of a tool.
     *
     * @param arguments as JSON text
     */
    public record Use(String name, String arguments) {}

    /** The saying that pieces of a stream join to. */
    static Saying joined(List<JsonNode> pieces) {
        Map<Integer, List<JsonNode>> calls = new TreeMap<>();
        pieces.stream()
                .flatMap(piece -> all(piece.at("/delta/tool_calls")))
                .forEach(call -> calls.computeIfAbsent(call.path("index").asInt(-1), index -> new ArrayList<>())
                        .add(call));
        return new Saying(
                joined(pieces, "/delta/content"),
                calls.values().stream().map(Saying::use).toList(),
                reasons(pieces.stream()));
    }

    /** What a choice of a whole answer says. */
    static Saying whole(JsonNode choice) {
        return new Saying(
                text(choice.at("/message/content")),
                all(choice.at("/message/tool_calls"))
                        .map(call -> use(List.of(call)))
                        .toList(),
                reasons(Stream.of(choice)));
    }

    /** The same, however it ends. */
    public Saying withoutReasons() {
        return new Saying(text, calls, List.of());
    }

    private static Use use(List<JsonNode> pieces) {
        return new Use(joined(pieces, "/function/name"), joined(pieces, "/function/arguments"));
    }

    private static List<String> reasons(Stream<JsonNode> pieces) {
        return pieces.map(piece -> piece.path("finish_reason"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }

    private static String joined(List<JsonNode> pieces, String place) {
        return pieces.stream().map(piece -> text(piece.at(place))).collect(Collectors.joining());
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : "";
    }

    private static Stream<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @Override
    public String toString() {
        return "\"" + text + "\"" + (calls.isEmpty() ? "" : " " + calls) + " " + reasons;
    }
}

package dev.fabrickit.server.invocation.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fabrickit.server.invocation.engine.FinishReason;
import dev.fabrickit.server.invocation.engine.Piece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of one answer. Servers differ in what they repeat and what they put into one chunk; the pieces do not.
 */
final class UpstreamChunks {
    static final String END = "[DONE]";

    private final ObjectMapper json;
    private final Set<Integer> begun = new HashSet<>();
    private final Set<Integer> ended = new HashSet<>();
    private final Map<Integer, Set<Integer>> calls = new HashMap<>();
    private Piece.@Nullable Tokens tokens;

    UpstreamChunks(ObjectMapper json) {
        this.json = json;
    }

    /** What one event adds. */
    List<Piece> read(String data) {
        JsonNode chunk;
        try {
            chunk = json.readTree(data);
        } catch (JsonProcessingException e) {
            throw UpstreamFailures.unreadable();
        }
        if (chunk.hasNonNull("error")) {
            throw UpstreamFailures.brokenOff();
        }
        List<Piece> pieces = new ArrayList<>();
        chunk.path("choices").forEach(choice -> read(choice, pieces));
        JsonNode usage = chunk.path("usage");
        if (usage.isObject()) {
            tokens = new Piece.Tokens(
                    usage.path("prompt_tokens").asInt(),
                    usage.path("completion_tokens").asInt());
        }
        return pieces;
    }

    private void read(JsonNode choice, List<Piece> pieces) {
        int index = choice.path("index").asInt();
        if (ended.contains(index)) {
            return;
        }
        if (begun.add(index)) {
            pieces.add(new Piece.Role(index));
        }
        JsonNode delta = choice.path("delta");
        String text = delta.path("content").asText("");
        if (!text.isEmpty()) {
            pieces.add(new Piece.Text(index, text));
        }
        delta.path("tool_calls").forEach(call -> read(index, call, pieces));
        if (choice.hasNonNull("finish_reason")) {
            ended.add(index);
            pieces.add(
                    new Piece.Finish(index, reason(choice.get("finish_reason").asText())));
        }
    }

    private void read(int choice, JsonNode call, List<Piece> pieces) {
        int index = call.path("index").asInt();
        JsonNode function = call.path("function");
        if (calls.computeIfAbsent(choice, any -> new HashSet<>()).add(index)) {
            String id = call.path("id").asText("call_" + choice + "_" + index);
            pieces.add(new Piece.Call(choice, index, id, function.path("name").asText()));
        }
        String arguments = function.path("arguments").asText("");
        if (!arguments.isEmpty()) {
            pieces.add(new Piece.Arguments(choice, index, arguments));
        }
    }

    /** A reason that is not known ends an answer like any other. */
    private static FinishReason reason(String name) {
        try {
            return FinishReason.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return FinishReason.STOP;
        }
    }

    /** What comes after the last event: the usage, if there was any. */
    List<Piece> end() {
        if (begun.isEmpty() || !ended.containsAll(begun)) {
            throw UpstreamFailures.brokenOff();
        }
        return tokens == null ? List.of() : List.of(tokens);
    }
}

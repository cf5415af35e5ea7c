package dev.fabrickit.conformance.scene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.fabrickit.conformance.wire.Answer;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What came back in the end, be it streamed or whole.
 *
 * @param head what says which answer it is: the whole one, or the first chunk
 * @param sayings what each choice says
 * @param usage the tokens that were taken; missing or null when it does not tell
 */
public record Reply(JsonNode head, List<Saying> sayings, JsonNode usage) {

    static Reply of(Transcript stream) {
        return new Reply(
                stream.chunks().stream().findFirst().orElse(MissingNode.getInstance()),
                stream.indices().stream().map(stream::saying).toList(),
                stream.usages().stream()
                        .map(chunk -> chunk.path("usage"))
                        .reduce(MissingNode.getInstance(), (earlier, later) -> later));
    }

    static Reply of(Answer answer) {
        JsonNode body = answer.body();
        return new Reply(
                body,
                StreamSupport.stream(body.path("choices").spliterator(), false)
                        .map(Saying::whole)
                        .toList(),
                body.path("usage"));
    }

    /** What its first choice says. */
    public Saying first() {
        return sayings.stream().findFirst().orElseGet(() -> new Saying("", List.of(), List.of()));
    }

    /** Whether it tells the tokens that were taken. */
    public boolean tellsUsage() {
        return usage.isObject();
    }
}

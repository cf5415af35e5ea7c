package dev.fabrickit.server.invocation;

import dev.fabrickit.server.schema.AssistantMessage;
import dev.fabrickit.server.schema.ChatCompletion;
import dev.fabrickit.server.schema.ChatCompletionChunk;
import dev.fabrickit.server.schema.Choice;
import dev.fabrickit.server.schema.ChunkChoice;
import dev.fabrickit.server.schema.Delta;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One answer under way: what all its chunks have in common.
 *
 * @param id the id of the answer
 * @param created when it began, in seconds since 1970
 * @param model what answers
 */
record Completion(String id, long created, String model) {
    private static final String ASSISTANT = "assistant";
    private static final String STOP = "stop";

    static Completion begin(Instant now, String model) {
        String id = "chatcmpl-" + UUID.randomUUID().toString().replace("-", "");
        return new Completion(id, now.getEpochSecond(), model);
    }

    ChatCompletionChunk role() {
        return chunk(
                new ChunkChoice().index(0).delta(new Delta().role(ASSISTANT).content("")));
    }

    ChatCompletionChunk piece(String text) {
        return chunk(new ChunkChoice().index(0).delta(new Delta().content(text)));
    }

    ChatCompletionChunk end() {
        return chunk(new ChunkChoice().index(0).delta(new Delta()).finishReason(STOP));
    }

    private ChatCompletionChunk chunk(ChunkChoice choice) {
        return new ChatCompletionChunk()
                .id(id)
                ._object(ChatCompletionChunk.ObjectEnum.CHAT_COMPLETION_CHUNK)
                .created(created)
                .model(model)
                .choices(List.of(choice));
    }

    ChatCompletion whole(String text) {
        return new ChatCompletion()
                .id(id)
                ._object(ChatCompletion.ObjectEnum.CHAT_COMPLETION)
                .created(created)
                .model(model)
                .choices(List.of(new Choice()
                        .index(0)
                        .message(new AssistantMessage().role(ASSISTANT).content(text))
                        .finishReason(STOP)));
    }
}

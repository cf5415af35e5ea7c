package dev.fabrickit.server.invocation;

import dev.fabrickit.server.invocation.engine.Piece;
import dev.fabrickit.server.schema.ChatCompletion;
import dev.fabrickit.server.schema.ChatCompletionChunk;
import java.time.Instant;
import java.util.UUID;

/**
 * One answer under way: what all its chunks have in common.
 *
 * @param id the id of the answer
 * @param created when it began, in seconds since 1970
 * @param model what answers
 */
record Completion(String id, long created, String model) {
    static Completion begin(Instant now, String model) {
        String id = "chatcmpl-" + UUID.randomUUID().toString().replace("-", "");
        return new Completion(id, now.getEpochSecond(), model);
    }

    ChatCompletionChunk chunk(Piece piece) {
        ChatCompletionChunk chunk = new ChatCompletionChunk()
                .id(id)
                ._object(ChatCompletionChunk.ObjectEnum.CHAT_COMPLETION_CHUNK)
                .created(created)
                .model(model);
        piece.fill(chunk);
        return chunk;
    }

    ChatCompletion whole() {
        return new ChatCompletion()
                .id(id)
                ._object(ChatCompletion.ObjectEnum.CHAT_COMPLETION)
                .created(created)
                .model(model);
    }
}

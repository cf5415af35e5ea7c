package dev.fabrickit.server.invocation;

import dev.fabrickit.server.schema.ChatCompletionRequest;
import org.reactivestreams.Publisher;

/** What thinks up answers. */
interface Engine {
    /**
     * Begins an answer when subscribed to, gives it piece by piece as fast as it comes, and stops when cancelled. The joined
     * pieces are the answer.
     */
    Publisher<String> answer(ChatCompletionRequest request);
}

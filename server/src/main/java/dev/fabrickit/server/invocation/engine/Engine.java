package dev.fabrickit.server.invocation.engine;

import dev.fabrickit.server.schema.ChatCompletionRequest;
import org.reactivestreams.Publisher;

/**
 * What thinks up answers. Streamed and whole answers are made of the same pieces, so they cannot differ.
 *
 * <p>An answer begins when it is subscribed to, comes as fast as it is asked for and as it exists, and stops when cancelled.
 * For each choice it has one {@link Piece.Role}, then text or calls, then one {@link Piece.Finish}; {@link Piece.Tokens} comes
 * once, last, when the count is known. The first piece says that the engine has taken the request; what fails before is a
 * {@link dev.fabrickit.server.error.Refusal} if the caller shall read why.
 */
public interface Engine {
    /**
     * Answers.
     *
     * @param request holds to the contract, with its rules across fields
     */
    Publisher<Piece> answer(ChatCompletionRequest request);
}

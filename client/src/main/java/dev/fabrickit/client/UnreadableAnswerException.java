package dev.fabrickit.client;

import org.jspecify.annotations.Nullable;

/** An answer came that is not what the contract promises: another media type, broken JSON, no body. */
public final class UnreadableAnswerException extends FabricException {
    private static final long serialVersionUID = 1L;

    UnreadableAnswerException(
            String operationId, @Nullable String requestId, String happened, @Nullable Throwable cause) {
        super(operationId, requestId, happened, cause);
    }
}

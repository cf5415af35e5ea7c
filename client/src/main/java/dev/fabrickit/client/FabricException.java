package dev.fabrickit.client;

import dev.fabrickit.client.api.Call;
import org.jspecify.annotations.Nullable;

/**
 * A call failed, or waiting did. Catch this to catch all, or one of its kinds: the service answered with an error, a stream
 * ended with one, there was no token, the connection failed, the answer could not be read, what was waited for failed, or took too long.
 *
 * <p>Messages name the operation, the ids it was for and, when the service told it, the request id. They never hold
 * credentials.
 */
public abstract sealed class FabricException extends RuntimeException
        permits ErrorAnswerException,
                NoTokenException,
                StreamFailedException,
                ConnectionFailedException,
                UnreadableAnswerException,
                FailedStateException,
                WaitTimedOutException {
    private static final long serialVersionUID = 1L;

    private final String operationId;
    private final @Nullable String requestId;

    FabricException(Call call, @Nullable String requestId, String happened, @Nullable Throwable cause) {
        super(call.subject() + " " + happened + (requestId == null ? "" : " (request id " + requestId + ")"), cause);
        this.operationId = call.operationId();
        this.requestId = requestId;
    }

    /** The same for another thread. */
    FabricException(FabricException first) {
        super(first.getMessage(), first);
        this.operationId = first.operationId;
        this.requestId = first.requestId;
    }

    /** The contract's name of the operation, which is also the name of the method. */
    public String operationId() {
        return operationId;
    }

    /** What to name to the service's support, or null when no answer bore it. */
    public @Nullable String requestId() {
        return requestId;
    }
}

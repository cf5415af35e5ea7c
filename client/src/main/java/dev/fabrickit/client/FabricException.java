package dev.fabrickit.client;

import dev.fabrickit.client.schema.ErrorMessage;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call failed. Catch this to catch all, or one of its four kinds: the service answered with an error, a stream ended
 * with one, the connection failed, or the answer could not be read.
 *
 * <p>Messages name the operation and, when the service told it, the request id. They never hold credentials.
 */
public abstract sealed class FabricException extends RuntimeException
        permits ErrorAnswerException, StreamFailedException, ConnectionFailedException, UnreadableAnswerException {
    private static final long serialVersionUID = 1L;

    private final String operationId;
    private final @Nullable String requestId;

    FabricException(String operationId, @Nullable String requestId, String happened, @Nullable Throwable cause) {
        super(operationId + " " + happened + (requestId == null ? "" : " (request id " + requestId + ")"), cause);
        this.operationId = operationId;
        this.requestId = requestId;
    }

    /** The contract's name of the operation, which is also the name of the method. */
    public String operationId() {
        return operationId;
    }

    /** What to name to the service's support, or null when no answer bore it. */
    public @Nullable String requestId() {
        return requestId;
    }

    static String inWords(ErrorMessage error) {
        return error.getErrorCode() == null
                ? "without a readable error"
                : Stream.of(error.getErrorCode() + ":", error.getErrorMsg(), error.getSolutionMsg())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
    }
}

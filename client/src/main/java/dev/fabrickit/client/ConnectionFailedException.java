package dev.fabrickit.client;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/**
 * No answer, or not all of it, came over the connection: refused, cut, timed out or interrupted. A call that changes
 * something may have done so all the same.
 */
public final class ConnectionFailedException extends FabricException {
    private static final long serialVersionUID = 1L;

    ConnectionFailedException(String operationId, @Nullable String requestId, String happened, Exception cause) {
        // The JDK's ConnectException has no message.
        super(operationId, requestId, happened + ": " + requireNonNullElse(cause.getMessage(), nameOf(cause)), cause);
    }

    private static String nameOf(Exception cause) {
        return cause.getClass().getSimpleName();
    }
}

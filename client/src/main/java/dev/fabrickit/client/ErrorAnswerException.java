package dev.fabrickit.client;

import dev.fabrickit.client.schema.ErrorMessage;
import org.jspecify.annotations.Nullable;

/** The service answered with an error status. */
public final class ErrorAnswerException extends FabricException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String errorCode;
    private final @Nullable String errorMsg;
    private final @Nullable String solutionMsg;

    ErrorAnswerException(String operationId, @Nullable String requestId, int status, ErrorMessage error) {
        super(operationId, requestId, "was answered " + status + " " + inWords(error), null);
        this.status = status;
        this.errorCode = error.getErrorCode();
        this.errorMsg = error.getErrorMsg();
        this.solutionMsg = error.getSolutionMsg();
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The code to look up or to decide by, or null when the body is not the documented one. */
    public @Nullable String errorCode() {
        return errorCode;
    }

    /** What went wrong, for a person, or null when the body is not the documented one. */
    public @Nullable String errorMsg() {
        return errorMsg;
    }

    /** What to do about it, or null when the service does not say. */
    public @Nullable String solutionMsg() {
        return solutionMsg;
    }
}

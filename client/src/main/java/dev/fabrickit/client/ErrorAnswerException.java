package dev.fabrickit.client;

import dev.fabrickit.client.api.Call;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The service answered with an error status, or with an error where a stream was to begin. */
public final class ErrorAnswerException extends FabricException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String errorCode;
    private final @Nullable String errorMsg;
    private final @Nullable String solutionMsg;
    private final @Nullable Duration retryAfter;

    ErrorAnswerException(
            Call call, @Nullable String requestId, int status, ServiceError error, @Nullable Duration retryAfter) {
        super(call, requestId, "was answered " + status + " " + error.inWords(), null);
        this.status = status;
        this.errorCode = error.code();
        this.errorMsg = error.message();
        this.solutionMsg = error.solution();
        this.retryAfter = retryAfter;
    }

    private ErrorAnswerException(ErrorAnswerException first) {
        super(first);
        this.status = first.status;
        this.errorCode = first.errorCode;
        this.errorMsg = first.errorMsg;
        this.solutionMsg = first.solutionMsg;
        this.retryAfter = first.retryAfter;
    }

    ErrorAnswerException again() {
        return new ErrorAnswerException(this);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The code to look up or to decide by, or null when the service does not say. */
    public @Nullable String errorCode() {
        return errorCode;
    }

    /** What went wrong, for a person, or null when the service does not say. */
    public @Nullable String errorMsg() {
        return errorMsg;
    }

    /** What to do about it, or null when the service does not say. */
    public @Nullable String solutionMsg() {
        return solutionMsg;
    }

    /** How long the service asks to wait before the next attempt, or null when it does not say. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /**
     * Whether the workspace or the resource does not exist: status 404, or one of the codes that the API reference gives for
     * it, {@code dataartsfabric.00010003} and {@code dataartsfabric.00010009}.
     */
    public boolean isMissing() {
        return status == 404
                || "dataartsfabric.00010003".equals(errorCode)
                || "dataartsfabric.00010009".equals(errorCode);
    }
}

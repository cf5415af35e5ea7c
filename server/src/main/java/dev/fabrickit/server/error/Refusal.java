package dev.fabrickit.server.error;

import dev.fabrickit.server.schema.ErrorMessage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request that the service refuses. The message is for the caller; nothing has been changed. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final @Nullable String solution;
    private final @Nullable Duration retryAfter;

    public Refusal(ErrorCode code, String message, @Nullable String solution) {
        this(code, message, solution, null);
    }

    private Refusal(ErrorCode code, String message, @Nullable String solution, @Nullable Duration retryAfter) {
        // Refusals are answers, not accidents: no stack trace, no suppression.
        super(message, null, false, false);
        this.code = code;
        this.solution = solution;
        this.retryAfter = retryAfter;
    }

    public Refusal(ErrorCode code, String message) {
        this(code, message, null);
    }

    /** A request that is not as the contract says. */
    public static Refusal unreadable(String reason) {
        return new Refusal(ErrorCode.INVALID_REQUEST, WireMessages.UNREADABLE + ": " + reason);
    }

    public static Refusal noResource(String kind, String id) {
        return new Refusal(
                ErrorCode.NO_RESOURCE,
                "the " + kind + " " + id + " does not exist",
                "Check the id, and that it belongs to this workspace.");
    }

    /** As an answer says it. */
    public ErrorMessage asMessage() {
        return Answers.body(this);
    }

    /** The same refusal, of a request that may be sent again after this time. */
    public Refusal retryAfter(Duration time) {
        return new Refusal(code, getMessage(), solution, time);
    }

    public ErrorCode code() {
        return code;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    public @Nullable String solution() {
        return solution;
    }
}

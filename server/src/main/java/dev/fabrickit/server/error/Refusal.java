package dev.fabrickit.server.error;

import dev.fabrickit.server.schema.ErrorMessage;
import org.jspecify.annotations.Nullable;

/** A request that the service refuses. The message is for the caller; nothing has been changed. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final @Nullable String solution;

    public Refusal(ErrorCode code, String message, @Nullable String solution) {
        // Refusals are answers, not accidents: no stack trace, no suppression.
        super(message, null, false, false);
        this.code = code;
        this.solution = solution;
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

    public ErrorCode code() {
        return code;
    }

    public @Nullable String solution() {
        return solution;
    }
}

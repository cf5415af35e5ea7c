package dev.fabrickit.client;

import dev.fabrickit.client.api.Call;
import org.jspecify.annotations.Nullable;

/** An answer came that is not what the contract promises: another media type, broken JSON, no body, far too much of it. */
public final class UnreadableAnswerException extends FabricException {
    private static final long serialVersionUID = 1L;

    UnreadableAnswerException(Call call, @Nullable String requestId, String happened) {
        super(call, requestId, happened, null);
    }

    private UnreadableAnswerException(UnreadableAnswerException first) {
        super(first);
    }

    UnreadableAnswerException again() {
        return new UnreadableAnswerException(this);
    }
}

package dev.fabrickit.client;

import dev.fabrickit.client.api.Call;
import org.jspecify.annotations.Nullable;

/**
 * A {@link TokenSource} of your own gave no token: it failed, gave none, or took longer than the call may. What it threw is
 * the cause. The call was not sent.
 */
public final class NoTokenException extends FabricException {
    private static final long serialVersionUID = 1L;

    NoTokenException(Call call, String happened, @Nullable Throwable cause) {
        super(call, null, "was not sent: " + happened, cause);
    }
}

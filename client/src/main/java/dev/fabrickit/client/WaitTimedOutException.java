package dev.fabrickit.client;

import dev.fabrickit.client.api.Call;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What was waited for did not come in time. It may still come. The cause is the failure of the last look, when it failed. */
public final class WaitTimedOutException extends FabricException {
    private static final long serialVersionUID = 1L;

    private final String status;

    WaitTimedOutException(Call call, String status, Duration atMost, @Nullable FabricException lastFailure) {
        super(
                call,
                lastFailure == null ? null : lastFailure.requestId(),
                "still found it " + status + " after " + atMost,
                lastFailure);
        this.status = status;
    }

    /** The last state that was seen, {@code PENDING} for example, or {@code not to be seen} when none was. */
    public String status() {
        return status;
    }
}

package dev.fabrickit.client;

import dev.fabrickit.client.api.Call;
import java.time.Duration;

/** What was waited for did not come in time. It may still come. */
public final class WaitTimedOutException extends FabricException {
    private static final long serialVersionUID = 1L;

    private final String status;

    WaitTimedOutException(Call call, String status, Duration atMost) {
        super(call, null, "still found it " + status + " after " + atMost, null);
        this.status = status;
    }

    /** The last state that was seen, {@code PENDING} for example. */
    public String status() {
        return status;
    }
}

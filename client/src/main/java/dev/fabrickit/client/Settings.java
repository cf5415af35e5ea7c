package dev.fabrickit.client;

import dev.fabrickit.client.api.Call;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** How calls are made, whatever the host. */
record Settings(Timeouts timeouts, Retries retries, CallListener listener, String userAgent, Time time) {
    private static final Logger LOG = System.getLogger("dev.fabrickit.client");

    Settings within(Duration atMost) {
        return atMost.compareTo(timeouts.request()) < 0
                ? new Settings(timeouts.withRequest(atMost), retries, listener, userAgent, time)
                : this;
    }

    void tell(CallReport report) {
        try {
            listener.called(report);
        } catch (RuntimeException e) {
            // A call is not worth less because somebody failed to write about it.
            LOG.log(Level.WARNING, "a listener failed", e);
        }
    }

    void pause(Duration pause, Call call) {
        try {
            time.pause(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionFailedException(call, null, "was interrupted", e);
        }
    }
}

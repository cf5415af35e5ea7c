package dev.fabrickit.conformance.run;

import static org.awaitility.Awaitility.await;

import dev.fabrickit.conformance.wire.Answer;
import dev.fabrickit.conformance.wire.Nonconformance;
import dev.fabrickit.conformance.wire.Wire;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.pollinterval.FibonacciPollInterval;

/** Waits for the service. Nothing else in the suite does. */
final class Eventually {
    private static final String RUNNING = "RUNNING";

    private final Wire wire;
    private final Duration timeout;

    Eventually(Wire wire, Duration timeout) {
        this.wire = wire;
        this.timeout = timeout;
    }

    /** Polls until the resource is RUNNING; fails at once when it has failed. */
    void running(Resource resource) {
        until(resource, "become RUNNING", answer -> {
            String status = answer.mustSucceed().text("status");
            if (status.endsWith("FAILED")) {
                throw new Nonconformance("the " + resource + " came to " + status + " "
                        + answer.body().path("error_msg").asText());
            }
            return status.equals(RUNNING);
        });
    }

    /** Polls until the resource is no longer there. */
    void gone(Resource resource) {
        until(
                resource,
                "be gone",
                answer -> answer.isMissing()
                        || answer.mustSucceed().body().path("status").asText().equals("DELETED"));
    }

    private interface Condition {
        boolean holds(Answer answer);
    }

    private void until(Resource resource, String what, Condition condition) {
        String show = resource.kind().show().orElseThrow();
        try {
            await().atMost(timeout)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(FibonacciPollInterval.fibonacci()
                            .with()
                            .unit(TimeUnit.MILLISECONDS)
                            .offset(8))
                    .pollInSameThread()
                    .until(() -> condition.holds(wire.send(resource.call(show))));
        } catch (ConditionTimeoutException e) {
            throw new Nonconformance("the " + resource + " did not " + what + " within " + timeout.toSeconds() + " s");
        }
    }
}

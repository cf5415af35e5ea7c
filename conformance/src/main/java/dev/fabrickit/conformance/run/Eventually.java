package dev.fabrickit.conformance.run;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.conformance.wire.Answer;
import dev.fabrickit.conformance.wire.Nonconformance;
import dev.fabrickit.conformance.wire.Wire;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.pollinterval.FibonacciPollInterval;

/** Waits for the service. Nothing else in the suite does. */
final class Eventually {
    private static final String RUNNING = "RUNNING";
    private static final String NOTHING = "nothing";
    private static final String DELETED = "DELETED";
    private static final String SETTLED = "RUNNING|SUCCEEDED|STOPPED|INACTIVE|FROZEN|TRIAL_ENDED|DELETED|.*FAILED";
    private static final Duration MOMENT = Duration.ofMillis(1_100);

    private final Wire wire;
    private final Duration timeout;
    private final Console console;

    Eventually(Wire wire, Duration timeout, Console console) {
        this.wire = wire;
        this.timeout = timeout;
        this.console = console;
    }

    /**
     * Polls until the resource is RUNNING; fails at once when it has failed.
     *
     * @param judgement what each answer is held to
     */
    void running(Resource resource, UnaryOperator<Answer> judgement) {
        until(resource, "is not RUNNING", judgement, answer -> {
            String status = answer.mustSucceed().text("status");
            if (status.endsWith("FAILED")) {
                throw new Nonconformance("the " + resource + " came to " + status + " "
                        + answer.body().path("error_msg").asText());
            }
            return status.equals(RUNNING);
        });
    }

    /** Polls until the resource is no longer there, and holds each answer against the contract. */
    void gone(Resource resource) {
        until(resource, "is still there", Answer::mustConform, Eventually::isGone);
    }

    /** Polls until the resource is no longer there, whatever else is wrong with the answers. */
    void removed(Resource resource) {
        until(resource, "is still there", UnaryOperator.identity(), Eventually::isGone);
    }

    /** Polls until the resource has a status or is gone, and tells which ones were seen. */
    List<String> seen(Resource resource, String last) {
        List<String> seen = new ArrayList<>();
        until(resource, "is not " + last, UnaryOperator.identity(), answer -> {
            String status =
                    answer.isMissing() ? NOTHING : answer.body().path("status").asText();
            seen.add(status);
            return status.equals(last) || status.equals(DELETED) || status.endsWith("FAILED");
        });
        return seen;
    }

    /** Polls until nothing is under way with the resource, whatever came of it. */
    void settled(Resource resource) {
        until(
                resource,
                "has not settled",
                UnaryOperator.identity(),
                answer -> !answer.isAccepted()
                        || answer.body().path("status").asText().matches(SETTLED));
    }

    /** Whether the resource is no longer there. */
    boolean isGone(Resource resource) {
        return isGone(wire.ask(resource.call(resource.kind().show().orElseThrow())));
    }

    /** Polls, for a moment at most, until the resource shows itself otherwise than before. */
    void altered(Resource resource, JsonNode before) {
        String show = resource.kind().show().orElseThrow();
        try {
            await().atMost(MOMENT)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(FibonacciPollInterval.fibonacci(TimeUnit.MILLISECONDS))
                    .pollInSameThread()
                    .until(() -> !wire.ask(resource.call(show)).body().equals(before));
        } catch (ConditionTimeoutException e) {
            // Then there is nothing to see: whoever expects it will say so.
        }
    }

    /** Lets a moment pass, for what a service tells in whole seconds. */
    void later() {
        await().pollDelay(MOMENT).atMost(MOMENT.multipliedBy(2)).until(() -> true);
    }

    private static boolean isGone(Answer answer) {
        return answer.isMissing()
                || answer.mustSucceed().body().path("status").asText().equals(DELETED);
    }

    private void until(
            Resource resource, String otherwise, UnaryOperator<Answer> judgement, Predicate<Answer> condition) {
        String show = resource.kind().show().orElseThrow();
        Countdown countdown = new Countdown(resource.toString(), timeout, console, Clock.systemUTC());
        Pace pace = new Pace(Clock.systemUTC());
        try {
            await().atMost(timeout)
                    .pollDelay(Duration.ZERO)
                    .pollInterval((count, previous) -> pace.untilNext())
                    .pollInSameThread()
                    .until(() -> {
                        if (!pace.isDue()) {
                            countdown.tick();
                            return false;
                        }
                        Answer answer = wire.ask(resource.call(show));
                        pace.asked();
                        countdown.seen(answer.body().path("status").asText("not there"));
                        countdown.tick();
                        return condition.test(judgement.apply(answer));
                    });
        } catch (ConditionTimeoutException e) {
            throw new Nonconformance("the " + resource + " " + otherwise + " after " + timeout.toSeconds() + " s");
        } finally {
            countdown.end();
        }
    }
}

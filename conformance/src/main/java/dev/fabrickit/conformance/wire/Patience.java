package dev.fabrickit.conformance.wire;

import static org.awaitility.Awaitility.await;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Obeys a service that asks to be asked later, as long as all of it together stays bearable. */
final class Patience {
    private static final Duration OTHERWISE = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final AtomicLong millisLeft;
    private volatile Consumer<Duration> listener = wait -> {};

    /** @param limit for all waits together */
    Patience(Duration limit) {
        millisLeft = new AtomicLong(limit.toMillis());
    }

    /** From now on tells of each wait before it begins. */
    void tellOf(Consumer<Duration> waits) {
        listener = waits;
    }

    /** Waits as long as an answer asks for; says false, at once, when there is no patience left. */
    boolean isGranted(Answer answer) {
        return isGranted(answer.header("Retry-After"));
    }

    /** @param retryAfter how long it asks for, if it says so */
    boolean isGranted(Optional<String> retryAfter) {
        Duration wait = retryAfter.map(Patience::parse).orElse(OTHERWISE);
        Duration bearable = wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
        if (millisLeft.addAndGet(-bearable.toMillis()) < 0) {
            return false;
        }
        listener.accept(bearable);
        await().pollDelay(bearable).atMost(bearable.plusSeconds(10)).until(() -> true);
        return true;
    }

    /** Seconds, or a date. */
    private static Duration parse(String value) {
        try {
            if (value.matches("\\d{1,9}")) {
                return Duration.ofSeconds(Long.parseLong(value));
            }
            Duration until =
                    Duration.between(Instant.now(), DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from));
            return until.isNegative() ? Duration.ZERO : until;
        } catch (DateTimeException e) {
            return OTHERWISE;
        }
    }
}

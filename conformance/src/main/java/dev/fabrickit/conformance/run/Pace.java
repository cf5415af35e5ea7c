package dev.fabrickit.conformance.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When to ask again: soon at first, then less and less often. Between two questions it ticks each second. */
final class Pace {
    private static final Duration FIRST = Duration.ofMillis(10);
    private static final Duration LAST = Duration.ofSeconds(5);
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Clock clock;
    private Duration interval = FIRST;
    private Instant due;

    Pace(Clock clock) {
        this.clock = clock;
        due = clock.instant();
    }

    boolean isDue() {
        return !clock.instant().isBefore(due);
    }

    void asked() {
        due = clock.instant().plus(interval);
        Duration longer = interval.multipliedBy(3).dividedBy(2);
        interval = longer.compareTo(LAST) < 0 ? longer : LAST;
    }

    /** Until the next tick or question, whichever comes first. */
    Duration untilNext() {
        Duration left = Duration.between(clock.instant(), due);
        if (left.compareTo(TICK) > 0) {
            return TICK;
        }
        return left.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : left;
    }
}

package dev.fabrickit.conformance.wire;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How much the suite bears of an operation whose answers do not come or do not end: less, once it had to give up a few, so
 * that a run ends in bearable time whatever the service does.
 */
final class Endurance {
    private static final int FEW = 3;
    private static final Duration SHORT_SILENCE = Duration.ofSeconds(2);
    private static final int MOST_EVENTS = 10_000;
    private static final int FEW_EVENTS = 500;

    private final Duration longest;
    private final AtomicInteger givenUp = new AtomicInteger();

    /** @param longest the silence that is borne at first */
    Endurance(Duration longest) {
        this.longest = longest;
    }

    /** For how long nothing may come. */
    Duration silence() {
        return isPatient() || longest.compareTo(SHORT_SILENCE) < 0 ? longest : SHORT_SILENCE;
    }

    /** How many events a stream may have. */
    int events() {
        return isPatient() ? MOST_EVENTS : FEW_EVENTS;
    }

    private boolean isPatient() {
        return givenUp.get() < FEW;
    }

    /** Says that no answer came for so long. */
    void failed(Duration after) {
        if (after.compareTo(silence()) >= 0) {
            gaveUp();
        }
    }

    /** Says that a silence or a stream was too long. */
    void gaveUp() {
        givenUp.incrementAndGet();
    }
}

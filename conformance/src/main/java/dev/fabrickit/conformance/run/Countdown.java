package dev.fabrickit.conformance.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Tells how long a wait may still take: on a terminal with each tick in one line, elsewhere in a line now and then. */
final class Countdown {
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final String what;
    private final Duration limit;
    private final Console console;
    private final Clock clock;
    private final Instant begun;
    private Instant said;
    private String status = "not there";

    /**
     * @param what is waited for
     * @param limit for the whole wait
     */
    Countdown(String what, Duration limit, Console console, Clock clock) {
        this.what = what;
        this.limit = limit;
        this.console = console;
        this.clock = clock;
        begun = clock.instant();
        said = begun;
    }

    /** Notes what was seen. */
    void seen(String newStatus) {
        status = newStatus;
    }

    void tick() {
        Instant now = clock.instant();
        long waited = Duration.between(begun, now).toSeconds();
        if (console.isLive()) {
            if (waited > 0) {
                console.status("      " + status + ", " + Math.max(0, limit.toSeconds() - waited) + " s left: " + what);
            }
        } else if (Duration.between(said, now).compareTo(SIGN_OF_LIFE) >= 0) {
            said = now;
            console.line(
                    "      the " + what + " is " + status + " after " + waited + " of " + limit.toSeconds() + " s");
        }
    }

    void end() {
        console.status("");
    }
}

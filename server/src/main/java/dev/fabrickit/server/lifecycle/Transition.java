package dev.fabrickit.server.lifecycle;

import java.time.Instant;

/**
 * A change that takes time. Nothing runs in the background: the status is a function of the clock.
 *
 * @param phase what is being done
 * @param beginsAt until then the change waits for another resource
 * @param settlesAt from then on the change is over
 */
public record Transition(Phase phase, Instant beginsAt, Instant settlesAt) {

    /** The status to show, in the words of the contract. */
    public String statusAt(Instant now) {
        if (now.isBefore(beginsAt)) {
            return "PENDING";
        }
        return now.isBefore(settlesAt) ? phase.name() : isGoneAt(now) ? "DELETED" : "RUNNING";
    }

    public boolean isGoneAt(Instant now) {
        return phase == Phase.DELETING && !now.isBefore(settlesAt);
    }

    /** Whether it answers invocations and can be built upon. */
    public boolean isServingAt(Instant now) {
        return phase == Phase.UPDATING || (phase == Phase.CREATING && !now.isBefore(settlesAt));
    }
}

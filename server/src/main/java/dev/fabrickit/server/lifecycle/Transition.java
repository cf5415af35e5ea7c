package dev.fabrickit.server.lifecycle;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.Transient;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change that takes time. Nothing runs in the background: the status is a function of the clock.
 *
 * @param phase what is being done
 * @param beginsAt until then the change waits for another resource
 * @param settlesAt from then on the change is over
 * @param runsFrom when it first came to run, or will
 * @param trouble what becomes of it in place of running, once a change that it strikes is over
 * @param errorCode why, for a program
 * @param errorMsg why, for a person
 */
@Embeddable
public record Transition(
        Phase phase,
        Instant beginsAt,
        Instant settlesAt,
        Instant runsFrom,
        @Nullable Trouble trouble,
        @Nullable String errorCode,
        @Nullable String errorMsg) {

    /** Later than anything. */
    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    static Transition creating(Instant beginsAt, Duration delay) {
        Instant settlesAt = after(beginsAt, delay);
        return new Transition(Phase.CREATING, beginsAt, settlesAt, settlesAt, null, null, null);
    }

    /** While the creation waits, it takes up the change. */
    Transition updating(Instant now, Duration delay) {
        if (now.isBefore(beginsAt)) {
            return this;
        }
        Instant settlesAt = after(now, delay);
        return next(Phase.UPDATING, now, settlesAt, isServingAt(now) ? runsFrom : settlesAt);
    }

    Transition deleting(Instant now, Duration delay) {
        return next(Phase.DELETING, now, after(now, delay), runsFrom);
    }

    private Transition next(Phase phase, Instant now, Instant settlesAt, Instant runsFrom) {
        Trouble present = troubleAt(now);
        return present != null && present.isFailure()
                ? new Transition(phase, now, settlesAt, runsFrom, null, null, null)
                : new Transition(phase, now, settlesAt, runsFrom, trouble, errorCode, errorMsg);
    }

    /** The same change, waiting for another moment. */
    Transition waitingFor(Instant ready, Duration delay) {
        Instant settlesAt = after(ready, delay);
        return new Transition(phase, ready, settlesAt, settlesAt, trouble, errorCode, errorMsg);
    }

    /** The same change, with what becomes of it. */
    public Transition with(@Nullable Trouble trouble, @Nullable String errorCode, @Nullable String errorMsg) {
        return new Transition(phase, beginsAt, settlesAt, runsFrom, trouble, errorCode, errorMsg);
    }

    private static Instant after(Instant begin, Duration delay) {
        return begin.isBefore(NEVER) ? begin.plus(delay) : NEVER;
    }

    /** The status to show, in the words of the contract. */
    String statusAt(Instant now) {
        if (now.isBefore(beginsAt)) {
            return "PENDING";
        }
        if (now.isBefore(settlesAt)) {
            return phase.name();
        }
        Trouble present = troubleAt(now);
        return present != null ? present.name() : phase == Phase.DELETING ? "DELETED" : "RUNNING";
    }

    @Nullable
    Trouble troubleAt(Instant now) {
        return trouble != null && trouble.strikes(phase) && !now.isBefore(settlesAt) ? trouble : null;
    }

    boolean isDeletingAt(Instant now) {
        return phase == Phase.DELETING && troubleAt(now) == null;
    }

    boolean isGoneAt(Instant now) {
        return isDeletingAt(now) && !now.isBefore(settlesAt);
    }

    /** Whether it answers invocations. */
    boolean isServingAt(Instant now) {
        return phase != Phase.DELETING && !now.isBefore(runsFrom) && troubleAt(now) == null;
    }

    /** When it can be built upon: in trouble never. */
    @Transient
    public Instant readyAt() {
        return trouble != null && trouble.strikes(phase) ? NEVER : runsFrom;
    }
}

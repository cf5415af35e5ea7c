package dev.fabrickit.server.lifecycle;

import dev.fabrickit.server.seam.Rule;
import dev.fabrickit.server.seam.Rules;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Begins the changes that take time, and tells what has become of them by now. */
@Singleton
public class Changes {
    private final Clock clock;
    private final Pace pace;
    private final Rules rules;

    Changes(Clock clock, Pace pace, Rules rules) {
        this.clock = clock;
        this.pace = pace;
        this.rules = rules;
    }

    public Instant now() {
        return clock.instant();
    }

    /** @param ready when that runs which it is built upon */
    public Transition create(Instant ready, Duration delay) {
        return Transition.creating(nowOrAt(ready), effective(delay));
    }

    public Transition update(Transition before, Duration delay) {
        return before.updating(now(), effective(delay));
    }

    public Transition delete(Transition before, Duration delay) {
        return rules.enforces(Rule.DELETION_DELETES) ? before.deleting(now(), effective(delay)) : before;
    }

    /** @param ready when that runs which it is built upon; does nothing for what does not wait any more */
    public Transition shift(Transition before, Instant ready, Duration delay) {
        return now().isBefore(before.beginsAt()) ? before.waitingFor(nowOrAt(ready), effective(delay)) : before;
    }

    private Instant nowOrAt(Instant ready) {
        Instant now = now();
        return ready.isAfter(now) && rules.enforces(Rule.SERVICE_WAITS_FOR_ITS_ENDPOINT) ? ready : now;
    }

    private Duration effective(Duration delay) {
        if (!rules.enforces(Rule.CHANGES_SETTLE)) {
            return Duration.between(now(), Transition.NEVER);
        }
        return rules.enforces(Rule.CHANGES_TAKE_TIME) ? pace.of(delay) : Duration.ZERO;
    }

    public String status(Transition change) {
        return change.statusAt(now());
    }

    public boolean isDeleting(Transition change) {
        return change.isDeletingAt(now());
    }

    public boolean isGone(Transition change) {
        return change.isGoneAt(now());
    }

    public boolean isServing(Transition change) {
        return change.isServingAt(now());
    }

    public @Nullable String errorCode(Transition change) {
        return change.troubleAt(now()) == null ? null : change.errorCode();
    }

    public @Nullable String errorMsg(Transition change) {
        return change.troubleAt(now()) == null ? null : change.errorMsg();
    }
}

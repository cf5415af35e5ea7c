package dev.fabrickit.server.invocation.serving;

import dev.fabrickit.server.error.Refusal;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.MonoSink;

/** One caller's claim to a slot of a pool. */
final class Ticket {
    private @Nullable MonoSink<Void> caller;

    /** Guarded by the pool. */
    private boolean hasSlot;

    void holdFor(MonoSink<Void> waiting) {
        caller = waiting;
    }

    void takeSlot() {
        hasSlot = true;
    }

    /** Whether it had one. */
    boolean giveUpSlot() {
        boolean had = hasSlot;
        hasSlot = false;
        return had;
    }

    void admit() {
        if (caller != null) {
            caller.success();
        }
    }

    void refuse(Refusal refusal) {
        if (caller != null) {
            caller.error(refusal);
        }
    }
}

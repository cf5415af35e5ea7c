package dev.fabrickit.server.invocation.serving;

import dev.fabrickit.server.error.Refusal;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.MonoSink;

/** One caller's claim to a slot of a pool. */
final class Ticket {
    private @Nullable MonoSink<Void> caller;

    /** Guarded by the pool, like the rest. */
    private boolean hasSlot;

    private boolean hasLeft;

    void holdFor(MonoSink<Void> waiting) {
        caller = waiting;
    }

    void takeSlot() {
        hasSlot = true;
    }

    /** Whether whoever it is for is gone: he may be before he has come. */
    boolean hasLeft() {
        return hasLeft;
    }

    /** Whether it had a slot. */
    boolean leave() {
        hasLeft = true;
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

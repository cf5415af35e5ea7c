package dev.fabrickit.client;

import java.time.Duration;

/** A moment by the clock that never jumps. */
record Deadline(long nanos) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Zero or less once it has passed. */
    long nanosLeft() {
        return nanos - System.nanoTime();
    }
}

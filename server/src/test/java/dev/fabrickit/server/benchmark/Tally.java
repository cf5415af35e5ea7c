package dev.fabrickit.server.benchmark;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Counts answers. Used by one event loop, but for the beginning and the report. */
final class Tally {
    private static final int PATIENCE_SECONDS = 120;

    private final Histogram nanos = new Histogram(TimeUnit.MINUTES.toNanos(5), 3);
    private final CountDownLatch open;
    private final int expected;
    private long beganAt;
    private long endedAt;
    private int done;
    private long events;

    Tally(int expected) {
        this.expected = expected;
        this.open = new CountDownLatch(expected);
    }

    void begin() {
        beganAt = System.nanoTime();
    }

    void whole(long tookNanos, long events, boolean done) {
        nanos.recordValue(tookNanos);
        this.events += events;
        this.done += done ? 1 : 0;
        cut();
    }

    /** An answer that will not come to its end. */
    void cut() {
        endedAt = System.nanoTime();
        open.countDown();
    }

    Report report() throws InterruptedException {
        // What is missing after that counts as cut.
        boolean all = open.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        int whole = (int) nanos.getTotalCount();
        return new Report(
                whole,
                done,
                expected - whole,
                events,
                ((all ? endedAt : System.nanoTime()) - beganAt) / 1e9,
                nanos.getValueAtPercentile(50) / 1e6,
                nanos.getValueAtPercentile(99) / 1e6,
                nanos.getMaxValue() / 1e6);
    }
}

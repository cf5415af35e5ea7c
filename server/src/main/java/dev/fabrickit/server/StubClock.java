package dev.fabrickit.server;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The one clock that all times and all transitions are read from. It follows the system's clock until it is stopped; then it
 * moves only when it is told to. It ticks in milliseconds, the precision of the answers and of the database.
 */
@Singleton
public class StubClock extends Clock {
    private static final Clock SYSTEM = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));

    private final Alarms alarms = new Alarms();

    /** Null while it follows the system. */
    private volatile @Nullable Instant stopped;

    @Override
    public Instant instant() {
        Instant at = stopped;
        return at == null ? SYSTEM.instant() : at;
    }

    /** Stops it where it is. */
    public synchronized void stop() {
        if (stopped == null) {
            stopAt(SYSTEM.instant());
        }
    }

    synchronized void stopAt(Instant moment) {
        stopped = moment;
    }

    /**
     * Moves it on. What waits for a moment on the way is done at that moment, by the calling thread, before this returns; what
     * another thread then begins to wait for is not.
     *
     * @throws IllegalStateException when it was not stopped before
     */
    public synchronized void advance(Duration by) {
        Instant from = stopped;
        if (from == null) {
            throw new IllegalStateException("the clock is not stopped");
        }
        Instant until = from.plus(by);
        for (Alarm next = alarms.poll(until); next != null; next = alarms.poll(until)) {
            // What was late already does not turn the clock back.
            stopped = next.due().isAfter(instant()) ? next.due() : instant();
            next.ring();
        }
        stopped = until;
    }

    /** Follows the system again. What waits goes on to wait for as long as was left. */
    public synchronized void follow() {
        Instant left = stopped;
        if (left != null) {
            stopped = null;
            Duration leap = Duration.between(left, SYSTEM.instant());
            alarms.drain().forEach(alarm -> alarm.putOff(leap));
        }
    }

    public boolean isStopped() {
        return stopped != null;
    }

    Alarms alarms() {
        return alarms;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("all times are UTC");
    }
}

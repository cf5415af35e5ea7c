package dev.fabrickit.server;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The one clock that all times and all transitions are read from. It follows the system's clock until it is stopped; then it
 * moves only when it is told to. It ticks in milliseconds, the precision of the answers and of the database.
 */
@Singleton
public class StubClock extends Clock {
    private static final Clock SYSTEM = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));

    /** Null while it follows the system. */
    private final AtomicReference<@Nullable Instant> stopped = new AtomicReference<>();

    @Override
    public Instant instant() {
        Instant at = stopped.get();
        return at == null ? SYSTEM.instant() : at;
    }

    /** Stops it where it is. */
    public void stop() {
        stopped.compareAndSet(null, SYSTEM.instant());
    }

    /**
     * Moves it on.
     *
     * @throws IllegalStateException when it was not stopped before
     */
    public void advance(Duration by) {
        stopped.updateAndGet(at -> {
            if (at == null) {
                throw new IllegalStateException("the clock is not stopped");
            }
            return at.plus(by);
        });
    }

    /** Follows the system again. */
    public void follow() {
        stopped.set(null);
    }

    public boolean isStopped() {
        return stopped.get() != null;
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

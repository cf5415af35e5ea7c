package dev.fabrickit.server;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test advances it. A stub uses the one that it finds among its settings. */
final class SteppedClock extends Clock {
    static final String SETTING = "test.clock";

    private volatile Instant now = Instant.parse("2026-01-01T00:00:00.120Z");

    synchronized void advance(Duration step) {
        now = now.plus(step);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the stub tells time in UTC only");
    }

    @Factory
    static class InPlaceOfTheRealOne {
        @Singleton
        @Replaces(StubClock.class)
        @Requires(property = SETTING)
        Clock clock(@Property(name = SETTING) SteppedClock clock) {
            return clock;
        }
    }
}

package dev.fabrickit.server;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;

/** A clock that stands still until a test advances it. A stub uses the one that it finds among its settings. */
final class SteppedClock extends StubClock {
    static final String SETTING = "test.clock";

    SteppedClock() {
        stopAt(Instant.parse("2026-01-01T00:00:00.120Z"));
    }

    @Factory
    static class InPlaceOfTheRealOne {
        @Singleton
        @Replaces(StubClock.class)
        @Requires(property = SETTING)
        StubClock clock(@Property(name = SETTING) SteppedClock clock) {
            return clock;
        }
    }
}

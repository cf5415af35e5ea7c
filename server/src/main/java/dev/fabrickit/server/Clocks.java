package dev.fabrickit.server;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The one clock that all times and all transitions are read from. */
@Factory
class Clocks {
    /** Ticks in milliseconds, the precision of the answers and of the database. */
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }
}

package dev.fabrickit.server.invocation.serving;

import dev.fabrickit.server.settings.Limits;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import java.time.Duration;

/**
 * What the units of inference services can do.
 *
 * @param slots answers that one unit gives at the same time
 * @param queue callers of one inference service that may wait for a slot; more are refused
 * @param coldStart from the need of a unit to its running
 * @param idle how long a unit runs on that is not needed
 * @param retryAfter what a caller is told who is refused
 */
@Context
@ConfigurationProperties("fabrickit.units")
record UnitSettings(int slots, int queue, Duration coldStart, Duration idle, Duration retryAfter) {
    UnitSettings {
        Limits.atLeast(1, "fabrickit.units.slots", slots);
        // Whoever makes a service leave zero units has to wait.
        Limits.atLeast(1, "fabrickit.units.queue", queue);
        Limits.notNegative("fabrickit.units.cold-start", coldStart);
        Limits.notNegative("fabrickit.units.idle", idle);
        Limits.notNegative("fabrickit.units.retry-after", retryAfter);
    }
}

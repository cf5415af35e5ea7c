package dev.fabrickit.server.invocation.serving;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.exceptions.ConfigurationException;
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
        requireAtLeast(1, slots, "slots");
        // Whoever makes a service leave zero units has to wait.
        requireAtLeast(1, queue, "queue");
    }

    private static void requireAtLeast(int least, int value, String name) {
        if (value < least) {
            throw new ConfigurationException(
                    "fabrickit.units." + name + " is " + value + ", but must be at least " + least);
        }
    }
}

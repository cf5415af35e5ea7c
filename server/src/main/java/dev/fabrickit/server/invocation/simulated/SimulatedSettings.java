package dev.fabrickit.server.invocation.simulated;

import dev.fabrickit.server.settings.Time;
import org.jspecify.annotations.Nullable;

/**
 * How a simulated engine answers.
 *
 * @param firstToken from taking a request to the first token; as {@code token} when null
 * @param token from one token to the next; {@code fabrickit.delay.token} when null
 * @param jitter the share by which both vary, from 0 to 1
 * @param echo whether to say the last turn again, and nothing else
 * @param fixtures a file of answers to certain turns
 */
record SimulatedSettings(
        @Nullable Time firstToken,
        @Nullable Time token,
        double jitter,
        boolean echo,
        @Nullable String fixtures) {
    SimulatedSettings {
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("has a jitter that is not from 0 to 1");
        }
    }
}

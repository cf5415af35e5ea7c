package dev.fabrickit.server.lifecycle;

import dev.fabrickit.server.settings.Limits;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import java.time.Duration;

/**
 * How long things take.
 *
 * @param endpoint each transition of an endpoint
 * @param service each transition of an inference service
 * @param token between two tokens of a streamed answer
 */
@Context
@ConfigurationProperties("fabrickit.delay")
public record Delays(Duration endpoint, Duration service, Duration token) {
    public Delays {
        Limits.notNegative("fabrickit.delay.endpoint", endpoint);
        Limits.notNegative("fabrickit.delay.service", service);
        Limits.notNegative("fabrickit.delay.token", token);
    }
}

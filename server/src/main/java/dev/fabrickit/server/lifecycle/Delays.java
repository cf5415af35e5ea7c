package dev.fabrickit.server.lifecycle;

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
public record Delays(Duration endpoint, Duration service, Duration token) {}

package dev.fabrickit.server.fault;

import dev.fabrickit.server.Timers;
import dev.fabrickit.server.lifecycle.Pace;
import dev.fabrickit.server.seam.Interference;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** A request that waits before anything is done, by the stub's clock; not at all while that is instant. */
record DelayFault(Duration time, Timers timers, Pace pace) implements Interference {
    @Override
    public Mono<MutableHttpResponse<?>> request(HttpRequest<?> request) {
        return pace.isInstant() ? Mono.empty() : timers.pause(time).then(Mono.empty());
    }
}

package dev.fabrickit.server.fault;

import dev.fabrickit.server.Timers;
import dev.fabrickit.server.seam.Interference;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** A request that waits before anything is done, by the stub's clock. */
record DelayFault(Duration time, Timers timers) implements Interference {
    @Override
    public Mono<MutableHttpResponse<?>> request(HttpRequest<?> request) {
        return timers.pause(time).then(Mono.empty());
    }
}

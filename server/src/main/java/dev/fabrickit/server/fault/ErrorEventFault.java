package dev.fabrickit.server.fault;

import dev.fabrickit.server.seam.Interference;
import io.micronaut.http.HttpRequest;
import reactor.core.publisher.Flux;

/** A stream that fails on its way: an error event ends it. */
record ErrorEventFault(int after, byte[] error) implements Interference {
    @Override
    public Flux<byte[]> events(HttpRequest<?> request, Flux<byte[]> events) {
        return Events.afterwards(events, after, () -> Flux.just(error));
    }
}

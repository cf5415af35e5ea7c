package dev.fabrickit.server.fault;

import io.micronaut.http.HttpRequest;
import reactor.core.publisher.Flux;

/** A stream that fails on its way: an error event ends it. */
record ErrorEventFault(int after, byte[] error) implements StreamFault {
    @Override
    public Flux<byte[]> events(HttpRequest<?> request, Flux<byte[]> events, Runnable struck) {
        return Events.afterwards(events, after, struck, () -> Flux.just(error));
    }
}

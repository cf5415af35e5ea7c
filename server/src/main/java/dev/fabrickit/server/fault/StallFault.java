package dev.fabrickit.server.fault;

import dev.fabrickit.server.seam.Interference;
import io.micronaut.http.HttpRequest;
import reactor.core.publisher.Flux;

/** A stream that goes silent for ever on an open connection. */
record StallFault(int after) implements Interference {
    @Override
    public Flux<byte[]> events(HttpRequest<?> request, Flux<byte[]> events) {
        return Events.afterwards(events, after, Flux::never);
    }
}

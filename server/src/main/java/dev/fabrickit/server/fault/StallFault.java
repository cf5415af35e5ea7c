package dev.fabrickit.server.fault;

import dev.fabrickit.server.seam.DeepSilence;
import io.micronaut.http.HttpRequest;
import reactor.core.publisher.Flux;

/** A stream that goes silent for ever on an open connection. What makes it is held up, not ended. */
record StallFault(int after) implements StreamFault {
    @Override
    public Flux<byte[]> events(HttpRequest<?> request, Flux<byte[]> events, Runnable struck) {
        return events.index()
                .concatMap(event -> event.getT1() < after ? Flux.just(event.getT2()) : stall(request, struck), 1);
    }

    private static Flux<byte[]> stall(HttpRequest<?> request, Runnable struck) {
        struck.run();
        DeepSilence.begin(request);
        return Flux.never();
    }
}

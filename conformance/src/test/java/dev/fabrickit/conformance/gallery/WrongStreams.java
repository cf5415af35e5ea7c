package dev.fabrickit.conformance.gallery;

import static dev.fabrickit.conformance.gallery.WrongServer.that;

import dev.fabrickit.server.seam.Interference;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;

/** Servers whose answers to a chat are wrong. */
final class WrongStreams {
    private WrongStreams() {}

    static List<WrongServer> all() {
        return List.of(that("no mark of the end", events(events -> events.skipLast(1)), "ST.8"));
    }

    private static Interference events(UnaryOperator<Flux<byte[]>> change) {
        return new Interference() {
            @Override
            public Flux<byte[]> events(HttpRequest<?> request, Flux<byte[]> events) {
                return change.apply(events);
            }
        };
    }
}

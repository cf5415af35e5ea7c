package dev.fabrickit.server.fault;

import dev.fabrickit.server.seam.Interference;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import reactor.core.publisher.Flux;

/** A fault on the way of a stream. It may never come to it: the answer may be none, or end before. */
interface StreamFault extends Interference {

    /** @param struck to be run when it comes to it */
    Flux<byte[]> events(HttpRequest<?> request, Flux<byte[]> events, Runnable struck);

    @Override
    default Flux<byte[]> events(HttpRequest<?> request, Flux<byte[]> events) {
        return events(request, events, () -> {});
    }

    /** Whether it strikes an answer that is no stream. */
    default boolean strikes(MutableHttpResponse<?> whole) {
        return false;
    }
}

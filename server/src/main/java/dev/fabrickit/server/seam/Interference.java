package dev.fabrickit.server.seam;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Something done on purpose to what passes a stub: a fault, a variant that the contract allows, or a breach of it. Hand it to
 * {@link dev.fabrickit.server.Stub#start(java.util.Map, Interference...)}; several are asked in the order given.
 *
 * <p>For each request the calls come in this order: {@link #request}, then, when the answer is there, {@link #answer}, then,
 * when that answer is a stream, {@link #events} once. All may be called by several threads at once and must not block.
 */
public interface Interference {

    /** An answer to give instead of what the server would do; empty lets it go on, after a delay perhaps. */
    default Mono<MutableHttpResponse<?>> request(HttpRequest<?> request) {
        return Mono.empty();
    }

    /** The answer to give: the one the server made, altered or replaced. It bears all of its headers but those of the framing. */
    default MutableHttpResponse<?> answer(HttpRequest<?> request, MutableHttpResponse<?> answer) {
        return answer;
    }

    /** The id of something new: the one the server made, or another one of the same length or shape, made of it. */
    default String id(String made) {
        return made;
    }

    /** The events to send: each element is one event as bytes, with the blank line at its end. */
    default Flux<byte[]> events(HttpRequest<?> request, Flux<byte[]> events) {
        return events;
    }
}

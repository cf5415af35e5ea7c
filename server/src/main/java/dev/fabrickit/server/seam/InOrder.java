package dev.fabrickit.server.seam;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Several interferences, each asked after the one before: the container would hand them out in an order of its own. */
public record InOrder(List<Interference> interferences) implements Interference {
    @Override
    public Mono<MutableHttpResponse<?>> request(HttpRequest<?> request) {
        return Flux.fromIterable(interferences)
                .<MutableHttpResponse<?>>concatMap(interference -> interference.request(request))
                .next();
    }

    @Override
    public MutableHttpResponse<?> answer(HttpRequest<?> request, MutableHttpResponse<?> answer) {
        MutableHttpResponse<?> altered = answer;
        for (Interference interference : interferences) {
            altered = interference.answer(request, altered);
        }
        return altered;
    }

    @Override
    public String id(String made) {
        String id = made;
        for (Interference interference : interferences) {
            id = interference.id(id);
        }
        return id;
    }

    @Override
    public Flux<byte[]> events(HttpRequest<?> request, Flux<byte[]> events) {
        Flux<byte[]> altered = events;
        for (Interference interference : interferences) {
            altered = interference.events(request, altered);
        }
        return altered;
    }
}

package dev.fabrickit.server.seam;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterContinuation;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Asks the interferences about requests and answers. It stands outermost: nothing is added to an answer after it. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(InterferenceFilter.OUTERMOST)
@Requires(beans = Interference.class)
class InterferenceFilter {
    static final int OUTERMOST = -1000;

    private final Interference all;

    InterferenceFilter(List<Interference> interferences) {
        all = new InOrder(interferences);
    }

    @RequestFilter
    Publisher<MutableHttpResponse<?>> pass(
            HttpRequest<?> request, FilterContinuation<Publisher<MutableHttpResponse<?>>> server) {
        return all.request(request).switchIfEmpty(Mono.defer(() -> Mono.from(server.proceed())));
    }

    @ResponseFilter
    MutableHttpResponse<?> alter(HttpRequest<?> request, MutableHttpResponse<?> answer) {
        return all.answer(request, answer);
    }
}

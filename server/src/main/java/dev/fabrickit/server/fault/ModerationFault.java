package dev.fabrickit.server.fault;

import dev.fabrickit.server.schema.ChatCompletion;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Flux;

/** An answer that is found indecent on its way: what was said stays, and {@code content_filter} ends it. */
record ModerationFault(int after, Events events) implements StreamFault {
    @Override
    public MutableHttpResponse<?> answer(HttpRequest<?> request, MutableHttpResponse<?> answer) {
        if (answer.body() instanceof ChatCompletion completion) {
            completion.getChoices().forEach(choice -> {
                choice.getMessage().content("").toolCalls(null);
                choice.finishReason("content_filter");
            });
        }
        return answer;
    }

    @Override
    public boolean strikes(MutableHttpResponse<?> whole) {
        return whole.body() instanceof ChatCompletion;
    }

    @Override
    public Flux<byte[]> events(HttpRequest<?> request, Flux<byte[]> stream, Runnable struck) {
        return Flux.defer(() -> {
            AtomicReference<byte[]> last = new AtomicReference<>();
            // At least one, to learn of the answer.
            return Events.afterwards(
                    stream.doOnNext(last::set),
                    Math.max(1, after),
                    struck,
                    () -> Flux.just(events.filtered(last.get()), Events.end()));
        });
    }
}

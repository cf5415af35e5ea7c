package dev.fabrickit.server.invocation.upstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fabrickit.server.Timers;
import dev.fabrickit.server.invocation.engine.Chat;
import dev.fabrickit.server.invocation.engine.Engine;
import dev.fabrickit.server.invocation.engine.Piece;
import dev.fabrickit.server.schema.ChatCompletionRequest;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * Answers with what another server streams. An event is asked for when somebody wants it, and the call is broken off when
 * nobody does any more.
 */
final class UpstreamEngine implements Engine {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final UpstreamClient client;
    private final UpstreamRequests requests;
    private final ObjectMapper json;
    private final UpstreamSettings settings;
    private final Timers timers;
    private final Semaphore free;

    UpstreamEngine(
            UpstreamClient client,
            UpstreamRequests requests,
            ObjectMapper json,
            UpstreamSettings settings,
            Timers timers) {
        this.client = client;
        this.requests = requests;
        this.json = json;
        this.settings = settings;
        this.timers = timers;
        this.free = new Semaphore(settings.atATime());
    }

    @Override
    public Publisher<Piece> answer(ChatCompletionRequest request) {
        HttpRequest call = requests.of(new Chat(request));
        return Flux.defer(() -> {
            if (!free.tryAcquire()) {
                return Flux.error(UpstreamFailures.busy());
            }
            return attempt(call, 1)
                    .onErrorMap(failure -> UpstreamFailures.of(failure, json))
                    .doFinally(over -> free.release());
        });
    }

    private Flux<Piece> attempt(HttpRequest call, int number) {
        AtomicBoolean begun = new AtomicBoolean();
        return once(call).doOnNext(piece -> begun.set(true)).onErrorResume(failure -> {
            boolean again = !begun.get() && number < settings.attempts() && UpstreamFailures.isPassing(failure);
            return again
                    ? timers.pause(PAUSE.multipliedBy(number)).thenMany(Flux.defer(() -> attempt(call, number + 1)))
                    : Flux.error(begun.get() ? UpstreamFailures.brokenOff() : failure);
        });
    }

    private Flux<Piece> once(HttpRequest call) {
        UpstreamChunks chunks = new UpstreamChunks(json);
        return Watch.over(client.events(call), timers, settings.firstToken(), settings.silence())
                .takeWhile(data -> !data.equals(UpstreamChunks.END))
                .concatMapIterable(chunks::read, 1)
                .concatWith(Flux.defer(() -> Flux.fromIterable(chunks.end())));
    }
}

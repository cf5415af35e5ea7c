package dev.fabrickit.server.invocation;

import dev.fabrickit.server.Timers;
import dev.fabrickit.server.seam.DeepSilence;
import dev.fabrickit.server.settings.Limits;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Opens event streams, and ends what nobody waits for any more. Made at start, so that a mistake in its setting stops it. */
@Context
class EventStreams {
    private final EventWriter writer;
    private final Timers timers;
    private final Clock clock;
    private final Duration keepAlive;

    EventStreams(EventWriter writer, Timers timers, Clock clock, @Value("${fabrickit.keep-alive}") Duration keepAlive) {
        Limits.positive("fabrickit.keep-alive", keepAlive);
        this.writer = writer;
        this.timers = timers;
        this.clock = clock;
        this.keepAlive = keepAlive;
    }

    /**
     * Sends events to whom a request came from, with a comment whenever there has been none for too long.
     *
     * @return completes when the answer begins; fails with what came in its place
     */
    CompletableFuture<EventStream> open(HttpRequest<?> request, Publisher<byte[]> events) {
        Channel connection =
                ((NettyHttpRequest<?>) request).getChannelHandlerContext().channel();
        Silence silence = new Silence(timers, clock, keepAlive, () -> DeepSilence.hasBegun(request));
        EventStream stream = new EventStream(connection, writer, silence);
        // Where a wait begins is where it ends.
        connection.eventLoop().execute(() -> events.subscribe(stream));
        return stream.opening();
    }

    /** Ends the work on an answer that is no stream when whom it is for leaves; it is empty then. */
    <T> Mono<T> untilLeft(HttpRequest<?> request, Mono<T> answer) {
        ChannelFuture left = connection(request).closeFuture();
        return answer.takeUntilOther(Mono.create(leaving -> {
            ChannelFutureListener listener = closed -> leaving.success();
            left.addListener(listener);
            leaving.onDispose(() -> left.removeListener(listener));
        }));
    }

    private static Channel connection(HttpRequest<?> request) {
        return ((NettyHttpRequest<?>) request).getChannelHandlerContext().channel();
    }
}

package dev.fabrickit.server.fault;

import dev.fabrickit.server.seam.ConnectionCut;
import dev.fabrickit.server.seam.Interference;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.netty.NettyHttpRequest;
import reactor.core.publisher.Flux;

/** A connection that is gone: in the middle of a stream, or in place of any other answer. */
record CutFault(int after) implements Interference {
    @Override
    public MutableHttpResponse<?> answer(HttpRequest<?> request, MutableHttpResponse<?> answer) {
        if (!answer.getContentType()
                .filter(MediaType.TEXT_EVENT_STREAM_TYPE::equals)
                .isPresent()) {
            cut(request);
        }
        return answer;
    }

    @Override
    public Flux<byte[]> events(HttpRequest<?> request, Flux<byte[]> events) {
        if (after == 0) {
            return Flux.defer(() -> {
                cut(request);
                return Flux.never();
            });
        }
        return Events.afterwards(events, after, () -> Flux.error(new ConnectionCut()));
    }

    private static void cut(HttpRequest<?> request) {
        ((NettyHttpRequest<?>) request).getChannelHandlerContext().channel().close();
    }
}

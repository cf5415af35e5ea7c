package dev.fabrickit.server.fault;

import dev.fabrickit.server.seam.ConnectionCut;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.netty.NettyHttpRequest;
import reactor.core.publisher.Flux;

/** A connection that is gone: in the middle of a stream, or in place of any other answer. */
record CutFault(int after) implements StreamFault {
    @Override
    public MutableHttpResponse<?> answer(HttpRequest<?> request, MutableHttpResponse<?> answer) {
        if (!Events.isStream(answer)) {
            cut(request);
        }
        return answer;
    }

    @Override
    public boolean strikes(MutableHttpResponse<?> whole) {
        return true;
    }

    @Override
    public Flux<byte[]> events(HttpRequest<?> request, Flux<byte[]> events, Runnable struck) {
        if (after == 0) {
            return Flux.defer(() -> {
                struck.run();
                cut(request);
                return Flux.never();
            });
        }
        return Events.afterwards(events, after, struck, () -> Flux.error(new ConnectionCut()));
    }

    private static void cut(HttpRequest<?> request) {
        ((NettyHttpRequest<?>) request).getChannelHandlerContext().channel().close();
    }
}

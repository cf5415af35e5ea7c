package dev.fabrickit.server.invocation.upstream;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends requests and gives their events as they come: no faster than they are asked for, and none once cancelled. */
final class UpstreamClient {
    private static final int OK = 200;
    private static final int BUFFERS_OF_A_REASON = 4;

    private final HttpClient http;

    UpstreamClient(Duration connectTimeout, Executor threads) {
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .executor(threads)
                .build();
    }

    /** The data of the events. Fails with an {@link UpstreamAnswerException} when the status is not 200. */
    Flux<String> events(HttpRequest request) {
        return Mono.fromFuture(() -> http.sendAsync(request, BodyHandlers.ofPublisher()))
                .flatMapMany(UpstreamClient::events);
    }

    private static Flux<String> events(HttpResponse<Flow.Publisher<List<ByteBuffer>>> response) {
        Flux<List<ByteBuffer>> body = JdkFlowAdapter.flowPublisherToFlux(response.body());
        if (response.statusCode() != OK) {
            return body.take(BUFFERS_OF_A_REASON)
                    .flatMapIterable(buffers -> buffers)
                    .map(buffer -> StandardCharsets.UTF_8.decode(buffer).toString())
                    .collect(StringBuilder::new, StringBuilder::append)
                    .flatMapMany(
                            text -> Flux.error(new UpstreamAnswerException(response.statusCode(), text.toString())));
        }
        DataEvents events = new DataEvents();
        return body.concatMapIterable(events::read, 1);
    }
}

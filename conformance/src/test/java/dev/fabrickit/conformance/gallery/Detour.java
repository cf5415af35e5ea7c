package dev.fabrickit.conformance.gallery;

import dev.fabrickit.server.seam.Interference;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.http.body.CloseableByteBody;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/**
 * Alters requests before the server sees them, so that it takes them for something else. What was altered is sent to the same
 * server once more, and what that answers is the answer; what was not goes on as it came.
 */
final class Detour implements Interference {
    private static final String MARK = "x-detour";
    private static final Set<String> OF_THE_TRANSPORT =
            Set.of("host", "connection", "content-length", "transfer-encoding", "expect", "upgrade", "date");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String operations;
    private final UnaryOperator<Sent> change;
    private final UnaryOperator<MutableHttpResponse<?>> pretence;

    /**
     * A request.
     *
     * @param url its path and query
     * @param headers by their names in small letters
     */
    record Sent(String method, String url, Map<String, String> headers, String body) {
        Sent to(String another) {
            return new Sent(method, another, headers, body);
        }

        Sent with(String header, String value) {
            Map<String, String> more = new TreeMap<>(headers);
            more.put(header, value);
            return new Sent(method, url, more, body);
        }

        Sent saying(String another) {
            return new Sent(method, url, headers, another);
        }
    }

    Detour(String operations, UnaryOperator<Sent> change) {
        this(operations, change, answer -> answer);
    }

    /**
     * @param pretence what becomes of the answer to a request that was altered
     */
    Detour(String operations, UnaryOperator<Sent> change, UnaryOperator<MutableHttpResponse<?>> pretence) {
        this.operations = operations;
        this.change = change;
        this.pretence = pretence;
    }

    @Override
    public Mono<MutableHttpResponse<?>> request(HttpRequest<?> request) {
        if (request.getHeaders().contains(MARK) || !Meddling.of(operations).test(request)) {
            return Mono.empty();
        }
        try (CloseableByteBody copy =
                ((ServerHttpRequest<?>) request).byteBody().split(ByteBody.SplitBackpressureMode.FASTEST)) {
            return Mono.fromFuture(copy.buffer().thenCompose(body -> pass(request, body)));
        }
    }

    private CompletableFuture<MutableHttpResponse<?>> pass(HttpRequest<?> request, CloseableAvailableByteBody body) {
        Map<String, String> headers = new TreeMap<>();
        request.getHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
        Sent sent = new Sent(
                request.getMethodName(), request.getUri().toString(), headers, body.toString(StandardCharsets.UTF_8));
        Sent altered = change.apply(sent);
        return altered.equals(sent) ? CompletableFuture.completedFuture(null) : send(altered);
    }

    private CompletableFuture<MutableHttpResponse<?>> send(Sent sent) {
        java.net.http.HttpRequest.Builder request = java.net.http.HttpRequest.newBuilder(
                        URI.create("http://" + sent.headers().get("host") + sent.url()))
                .method(sent.method(), java.net.http.HttpRequest.BodyPublishers.ofString(sent.body()))
                .header(MARK, "taken");
        sent.headers().forEach((name, value) -> {
            if (!OF_THE_TRANSPORT.contains(name) && !value.isEmpty()) {
                request.header(name, value);
            }
        });
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(Detour::received)
                .thenApply(pretence);
    }

    private static MutableHttpResponse<?> received(HttpResponse<byte[]> answer) {
        MutableHttpResponse<byte[]> passed =
                io.micronaut.http.HttpResponse.<byte[]>status(answer.statusCode(), "answered");
        answer.headers().map().forEach((name, values) -> {
            if (!OF_THE_TRANSPORT.contains(name.toLowerCase())) {
                passed.header(name, values.get(0));
            }
        });
        return answer.body().length == 0 ? passed : passed.body(answer.body());
    }
}

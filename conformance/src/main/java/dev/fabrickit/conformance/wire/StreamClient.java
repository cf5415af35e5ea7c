package dev.fabrickit.conformance.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Sends what is answered by a stream, and has the answer as soon as it begins. */
final class StreamClient {
    private final HttpClient client;
    private final Duration answering;

    StreamClient(Transport transport) {
        client = transport.client().build();
        answering = transport.answering();
    }

    /** @throws Unreachable when no answer comes */
    HttpResponse<InputStream> open(Outgoing sent) {
        HttpRequest.Builder request = HttpRequest.newBuilder(sent.url())
                .timeout(answering)
                .method(sent.method(), HttpRequest.BodyPublishers.ofByteArray(sent.body()));
        sent.headers().forEach(request::header);
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new Unreachable(sent.url(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(sent.url(), e);
        }
    }
}

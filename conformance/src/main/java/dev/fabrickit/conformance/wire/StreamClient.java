package dev.fabrickit.conformance.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Sends what is answered by a stream, and has the answer as soon as it begins. */
final class StreamClient {
    private final HttpClient client;

    StreamClient(Transport transport) {
        client = transport.client().build();
    }

    /** @throws Unreachable when no answer comes */
    HttpResponse<InputStream> open(Outgoing sent, Endurance endurance) {
        long begin = System.nanoTime();
        HttpRequest.Builder request = HttpRequest.newBuilder(sent.url())
                .timeout(endurance.silence())
                .method(sent.method(), HttpRequest.BodyPublishers.ofByteArray(sent.body()));
        sent.headers().forEach(request::header);
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            endurance.failed(Wire.since(begin));
            throw new Unreachable(sent.url(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(sent.url(), e);
        }
    }
}

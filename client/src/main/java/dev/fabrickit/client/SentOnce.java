package dev.fabrickit.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * No body, for a request that is sent once. The JDK sends a GET again when the connection ends without an answer, and whoever
 * counts attempts is not told; it asks for the length each time that it writes the head, and so can be kept from it.
 */
final class SentOnce implements BodyPublisher {
    private final BodyPublisher nothing = BodyPublishers.noBody();
    private final AtomicBoolean sent = new AtomicBoolean();

    @Override
    public long contentLength() {
        if (sent.getAndSet(true)) {
            throw new UncheckedIOException(new IOException("the connection ended without an answer"));
        }
        return nothing.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        nothing.subscribe(subscriber);
    }
}

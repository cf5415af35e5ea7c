package dev.fabrickit.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A body as it comes over the connection, to be read by one thread. What the JDK offers for this waits without an end for a
 * service that has fallen silent; this gives up, and then, as on closing, gives the connection up as well.
 */
final class ArrivingBody extends InputStream implements BodySubscriber<ArrivingBody> {
    private static final List<ByteBuffer> NO_MORE = new ArrayList<>(0);

    private final Deadline end;
    private final long silenceNanos;
    /** Holds two batches at most: the one asked for, and the end. */
    private final BlockingQueue<List<ByteBuffer>> arrived = new LinkedBlockingQueue<>();

    private final Deque<ByteBuffer> current = new ArrayDeque<>();
    private final CompletableFuture<Subscription> connection = new CompletableFuture<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private volatile @Nullable Throwable failure;
    private volatile boolean closed;
    private boolean ended;

    /**
     * @param end when all of it must be there
     * @param silence how long nothing may come
     */
    ArrivingBody(Deadline end, Duration silence) {
        this.end = end;
        this.silenceNanos = silence.toNanos();
    }

    /** Done when nothing more can come. */
    CompletableFuture<Void> over() {
        return over;
    }

    @Override
    public CompletionStage<ArrivingBody> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        connection.complete(subscription);
        subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> batch) {
        arrived.add(batch);
    }

    @Override
    public void onError(Throwable problem) {
        failure = problem;
        onComplete();
    }

    @Override
    public void onComplete() {
        arrived.add(NO_MORE);
        over.complete(null);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (current.isEmpty() && !ended) {
            await();
        }
        ByteBuffer first = current.peek();
        if (first == null) {
            return -1;
        }
        int count = Math.min(length, first.remaining());
        first.get(bytes, offset, count);
        if (!first.hasRemaining()) {
            current.remove();
        }
        return count;
    }

    private void await() throws IOException {
        List<ByteBuffer> batch = next();
        if (closed) {
            throw new IOException("the answer was closed");
        }
        ended = batch == NO_MORE;
        if (!ended) {
            batch.stream().filter(ByteBuffer::hasRemaining).forEach(current::add);
            // The next batch may come while this one is read.
            connection.thenAccept(subscription -> subscription.request(1));
        } else if (failure != null) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    private List<ByteBuffer> next() throws IOException {
        long left = end.nanosLeft();
        try {
            List<ByteBuffer> batch = left > 0 ? arrived.poll(Math.min(silenceNanos, left), TimeUnit.NANOSECONDS) : null;
            if (batch != null) {
                return batch;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        throw new HttpTimeoutException(
                silenceNanos < left
                        ? "nothing came for " + Duration.ofNanos(silenceNanos)
                        : "it was not complete in time");
    }

    /** Ends the exchange unless it is over, and a reader's wait, from any thread. */
    @Override
    public void close() {
        closed = true;
        connection.thenAccept(Subscription::cancel);
        onComplete();
    }
}

package dev.fabrickit.client;

import dev.fabrickit.client.api.Call;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.ProtocolException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Carries single requests over the network. */
final class Transport implements AutoCloseable {
    /** The JDK does not close a connection whose head it cannot read. From Java 21 on, they go with its client. */
    private static final int MOST_FORGOTTEN = 10;

    private final Function<ExecutorService, HttpClient> maker;
    private final ExecutorService threads = ClientThreads.start();
    private final AtomicInteger forgotten = new AtomicInteger();
    private final UnderWay underWay = new UnderWay();
    private volatile HttpClient http;

    /** @param maker makes a client that runs on the given threads */
    Transport(Function<ExecutorService, HttpClient> maker) {
        this.maker = maker;
        this.http = maker.apply(threads);
    }

    /**
     * Sends a request, and waits until its answer begins.
     *
     * @param left how long that may take; a body that is no stream must be there by then as well
     */
    Answer send(Call call, HttpRequest request, Timeouts timeouts, Duration left, Secrets secrets) {
        Deadline end = Deadline.in(left);
        UnderWay exchanges = underWay;
        CompletableFuture<HttpResponse<ArrivingBody>> answer =
                begin(call, request, head -> exchanges.tracked(bodyOf(head, request, timeouts, end)));
        exchanges.add(answer, () -> answer.cancel(true));
        try {
            return new Answer(call, answer.get(left.toNanos(), TimeUnit.NANOSECONDS), secrets);
        } catch (ExecutionException e) {
            if (underWay.isEnded()) {
                throw closed(call);
            }
            Throwable cause = e.getCause() instanceof UncheckedIOException lost ? lost.getCause() : e.getCause();
            forget(cause);
            throw failed(call, request, secrets.mask(cause));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw failed(call, request, new HttpTimeoutException("request timed out"));
        } catch (CancellationException e) {
            throw closed(call);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ConnectionFailedException(call, null, "was interrupted", e);
        }
    }

    private CompletableFuture<HttpResponse<ArrivingBody>> begin(
            Call call, HttpRequest request, BodyHandler<ArrivingBody> bodies) {
        if (underWay.isEnded()) {
            throw closed(call);
        }
        try {
            return http.sendAsync(request, bodies);
        } catch (RejectedExecutionException closedMeanwhile) {
            throw closed(call);
        }
    }

    private static ConnectionFailedException closed(Call call) {
        return new ConnectionFailedException(
                call, null, "got no answer", new CancellationException("the client is closed"));
    }

    private static ArrivingBody bodyOf(ResponseInfo head, HttpRequest request, Timeouts timeouts, Deadline end) {
        boolean wanted = request.headers().firstValue("Accept").orElse("").startsWith(ChunkStream.MEDIA_TYPE);
        boolean stream = wanted
                && head.statusCode() / 100 == 2
                && Answer.mediaTypeOf(head.headers()).equalsIgnoreCase(ChunkStream.MEDIA_TYPE);
        return stream
                ? new ArrivingBody(Deadline.in(timeouts.stream()), timeouts.silence())
                : new ArrivingBody(end, timeouts.request());
    }

    /** Threads that end with the transport. */
    Executor threads() {
        return threads;
    }

    private void forget(Throwable cause) {
        boolean headIsBroken = cause instanceof ProtocolException || cause instanceof RuntimeException;
        if (headIsBroken && forgotten.incrementAndGet() % MOST_FORGOTTEN == 0) {
            HttpClient old = http;
            http = maker.apply(threads);
            // Lets what is under way come to its end.
            end(old, "shutdown");
        }
    }

    private static ConnectionFailedException failed(Call call, HttpRequest request, Throwable cause) {
        String host = request.uri().getScheme() + "://" + request.uri().getAuthority();
        return new ConnectionFailedException(call, null, "got no answer from " + host, cause);
    }

    /** Ends what is under way. The JDK's client can be ended from Java 21 on; before, it goes when nobody holds it. */
    @Override
    public void close() {
        underWay.end();
        end(http, "shutdownNow");
        threads.shutdown();
    }

    private static void end(HttpClient http, String method) {
        try {
            HttpClient.class.getMethod(method).invoke(http);
        } catch (NoSuchMethodException before21) {
            return;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}

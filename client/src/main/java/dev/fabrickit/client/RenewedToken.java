package dev.fabrickit.client;

import dev.fabrickit.client.api.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Keeps a token and renews it: once for all threads, on a thread of its own that no caller's interrupt or timeout ends. */
final class RenewedToken implements Authorizer {
    static final String HEADER = "X-Auth-Token";
    /** Before its end, so that nobody has to wait for a new one; a token of IAM lasts a day. */
    static final Duration MARGIN = Duration.ofMinutes(5);
    /** After a renewal failed while the old token still opens the door. */
    static final Duration NEXT_TRY = Duration.ofSeconds(30);
    /** After a refused log-in. IAM locks users out who are refused some times within a quarter of an hour. */
    static final Duration REFUSED = Duration.ofMinutes(5);
    /** How many tokens are known as secrets: a service may name an old one. */
    private static final int REMEMBERED = 20;

    private final TokenSource source;
    private final Time time;
    private final Executor threads;
    private final Deque<String> issued = new ArrayDeque<>();
    private final ThreadLocal<Boolean> renewing = ThreadLocal.withInitial(() -> false);
    private @Nullable IssuedToken token;
    private @Nullable CompletableFuture<IssuedToken> renewal;
    private @Nullable ErrorAnswerException refusal;
    private Instant due = Instant.MIN;

    RenewedToken(TokenSource source, Time time, Executor threads) {
        this.source = source;
        this.time = time;
        this.threads = threads;
    }

    @Override
    public Map<String, String> headersFor(Outgoing request) {
        return Map.of(HEADER, current(request).value());
    }

    @Override
    public synchronized boolean replaces(Map<String, String> refused) {
        // Of many threads that were refused with one token, only the first throws it away.
        if (token != null && token.value().equals(refused.get(HEADER))) {
            token = null;
        }
        return true;
    }

    @Override
    public synchronized Secrets secretsOf(Map<String, String> headers) {
        return new Secrets(issued);
    }

    private IssuedToken current(Outgoing request) {
        if (renewing.get()) {
            throw new NoTokenException(request.call(), "the source of tokens used the client that it is for", null);
        }
        CompletableFuture<IssuedToken> running;
        boolean mine = false;
        synchronized (this) {
            boolean early = time.now().isBefore(due);
            if (isGood() && (renewal != null || early)) {
                return token;
            }
            if (renewal == null && refusal != null && early) {
                throw refusal.again();
            }
            if (renewal == null) {
                renewal = new CompletableFuture<>();
                mine = true;
            }
            running = renewal;
        }
        if (mine) {
            start(running);
        }
        return result(running, request);
    }

    private boolean isGood() {
        return token != null && time.now().isBefore(token.expiresAt());
    }

    private void start(CompletableFuture<IssuedToken> running) {
        try {
            threads.execute(() -> renew(running));
        } catch (RejectedExecutionException e) {
            fail(running, e);
        }
    }

    private void renew(CompletableFuture<IssuedToken> running) {
        renewing.set(true);
        try {
            IssuedToken fresh = source.issue();
            if (fresh == null) {
                throw new IllegalStateException("it gave null");
            }
            keep(fresh);
            running.complete(fresh);
        } catch (RuntimeException | Error e) {
            fail(running, e);
        } finally {
            renewing.remove();
        }
    }

    private synchronized void keep(IssuedToken fresh) {
        Duration life = Duration.between(time.now(), fresh.expiresAt());
        Duration half = life.dividedBy(2);
        token = fresh;
        due = fresh.expiresAt().minus(half.compareTo(MARGIN) < 0 ? half : MARGIN);
        renewal = null;
        refusal = null;
        issued.remove(fresh.value());
        issued.add(fresh.value());
        if (issued.size() > REMEMBERED) {
            issued.remove();
        }
    }

    private synchronized void fail(CompletableFuture<IssuedToken> running, Throwable failure) {
        renewal = null;
        refusal = failure instanceof ErrorAnswerException e && (e.status() == 401 || e.status() == 403) ? e : null;
        due = time.now().plus(refusal == null ? NEXT_TRY : REFUSED);
        if (isGood()) {
            running.complete(token);
        } else {
            running.completeExceptionally(failure);
        }
    }

    private IssuedToken result(CompletableFuture<IssuedToken> running, Outgoing request) {
        Call call = request.call();
        Duration left = Duration.between(time.now(), request.end());
        try {
            return running.get(left.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionFailedException(call, null, "was interrupted", e);
        } catch (TimeoutException e) {
            throw new NoTokenException(call, "there was no token in time", e);
        } catch (ExecutionException e) {
            throw failureOf(call, e.getCause());
        }
    }

    /** For each waiting thread its own, as exceptions can be changed. */
    private static FabricException failureOf(Call call, Throwable cause) {
        if (cause instanceof ErrorAnswerException refused) {
            return refused.again();
        } else if (cause instanceof ConnectionFailedException lost) {
            return lost.again();
        } else if (cause instanceof UnreadableAnswerException unreadable) {
            return unreadable.again();
        } else if (cause instanceof RejectedExecutionException) {
            return new NoTokenException(call, "the client is closed", cause);
        }
        String message = cause.getMessage() == null ? "it did not say why" : cause.getMessage();
        return new NoTokenException(call, "the source of tokens failed: " + message, cause);
    }
}

package dev.fabrickit.client;

import dev.fabrickit.client.api.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Keeps a token and renews it: once for all threads, in the thread that finds it due first. */
final class RenewedToken implements Authorizer {
    static final String HEADER = "X-Auth-Token";
    /** Before its end, so that nobody has to wait for a new one; a token of IAM lasts a day. */
    static final Duration MARGIN = Duration.ofMinutes(5);
    /** After a renewal failed while the old token still opens the door. */
    static final Duration NEXT_TRY = Duration.ofSeconds(30);

    private final TokenSource source;
    private final Time time;
    private @Nullable IssuedToken token;
    private @Nullable CompletableFuture<IssuedToken> renewal;
    private Instant due = Instant.MIN;

    RenewedToken(TokenSource source, Time time) {
        this.source = source;
        this.time = time;
    }

    @Override
    public Map<String, String> headersFor(Outgoing request) {
        return Map.of(HEADER, current(request.call()).value());
    }

    @Override
    public synchronized boolean replaces(Map<String, String> refused) {
        // Of many threads that were refused with one token, only the first throws it away.
        if (token != null && token.value().equals(refused.get(HEADER))) {
            token = null;
        }
        return true;
    }

    private IssuedToken current(Call call) {
        CompletableFuture<IssuedToken> running;
        boolean mine = false;
        synchronized (this) {
            if (isGood() && (renewal != null || time.now().isBefore(due))) {
                return token;
            }
            if (renewal == null) {
                renewal = new CompletableFuture<>();
                mine = true;
            }
            running = renewal;
        }
        if (mine) {
            renew(running);
        }
        return result(running, call);
    }

    private boolean isGood() {
        return token != null && time.now().isBefore(token.expiresAt());
    }

    private void renew(CompletableFuture<IssuedToken> running) {
        try {
            IssuedToken fresh = source.issue();
            keep(fresh);
            running.complete(fresh);
        } catch (RuntimeException | Error e) {
            if (!keepsOld(running)) {
                running.completeExceptionally(e);
            }
        }
    }

    private synchronized void keep(IssuedToken fresh) {
        Duration life = Duration.between(time.now(), fresh.expiresAt());
        Duration half = life.dividedBy(2);
        token = fresh;
        due = fresh.expiresAt().minus(half.compareTo(MARGIN) < 0 ? half : MARGIN);
        renewal = null;
    }

    private synchronized boolean keepsOld(CompletableFuture<IssuedToken> running) {
        renewal = null;
        due = time.now().plus(NEXT_TRY);
        return isGood() && running.complete(token);
    }

    private static IssuedToken result(CompletableFuture<IssuedToken> running, Call call) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionFailedException(call, null, "was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("the source of tokens failed", e.getCause());
        }
    }
}

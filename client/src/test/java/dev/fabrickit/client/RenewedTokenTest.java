package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.fabrickit.client.Authorizer.Outgoing;
import dev.fabrickit.client.api.Call;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RenewedTokenTest {
    private static final Duration DAY = Duration.ofHours(24);
    private static final Outgoing REQUEST = new Outgoing(
            Call.of("listWorkspaces", "GET", "/"),
            URI.create("http://localhost/"),
            new byte[0],
            SteppedTime.BEGIN.plus(Duration.ofDays(4000)));

    private final SteppedTime time = new SteppedTime();
    private final AtomicInteger issued = new AtomicInteger();

    @Test
    void aTokenIsKeptUntilFiveMinutesBeforeItsEnd() {
        RenewedToken token = renewed(() -> issue(DAY));

        assertThat(sent(token)).isEqualTo("token-1");
        time.advance(DAY.minusMinutes(5).minusMillis(1));
        assertThat(sent(token)).isEqualTo("token-1");
        time.advance(Duration.ofMillis(1));
        assertThat(sent(token)).isEqualTo("token-2");
        assertThat(sent(token)).isEqualTo("token-2");
    }

    @Test
    void aShortTokenIsKeptForHalfItsLife() {
        RenewedToken token = renewed(() -> issue(Duration.ofMinutes(2)));

        assertThat(sent(token)).isEqualTo("token-1");
        time.advance(Duration.ofSeconds(59));
        assertThat(sent(token)).isEqualTo("token-1");
        time.advance(Duration.ofSeconds(1));
        assertThat(sent(token)).isEqualTo("token-2");
    }

    @Test
    void aTokenWithoutAnEndIsKept() {
        RenewedToken token = renewed(() -> new IssuedToken("token-" + issued.incrementAndGet(), Instant.MAX));

        assertThat(sent(token)).isEqualTo("token-1");
        time.advance(Duration.ofDays(3650));
        assertThat(sent(token)).isEqualTo("token-1");
    }

    @Test
    void aRefusedTokenIsReplacedOnceHoweverManyWereRefused() {
        RenewedToken token = renewed(() -> issue(DAY));
        var refused = token.headersFor(REQUEST);

        for (int caller = 0; caller < 20; caller++) {
            assertThat(token.replaces(refused)).isTrue();
            assertThat(sent(token)).isEqualTo("token-2");
        }
    }

    @Test
    void manyThreadsShareOneRenewal() {
        CountDownLatch allWait = new CountDownLatch(1);
        RenewedToken token = renewed(() -> {
            waitFor(allWait);
            return issue(DAY);
        });
        List<String> seen = new CopyOnWriteArrayList<>();
        List<Thread> threads = Stream.generate(() -> new Thread(() -> seen.add(sent(token))))
                .limit(50)
                .toList();
        threads.forEach(Thread::start);

        await().until(() -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING));
        allWait.countDown();

        await().until(() -> seen.size() == 50);
        assertThat(seen).containsOnly("token-1");
    }

    @Test
    void nobodyWaitsForARenewalWhileTheOldTokenIsGood() {
        CountDownLatch renewing = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        RenewedToken token = renewed(() -> {
            if (issued.get() == 1) {
                renewing.countDown();
                waitFor(mayEnd);
            }
            return issue(DAY);
        });
        sent(token);
        time.advance(DAY.minusMinutes(1));
        CompletableFuture<String> renewer = CompletableFuture.supplyAsync(() -> sent(token));
        waitFor(renewing);

        assertThat(sent(token)).isEqualTo("token-1");
        mayEnd.countDown();
        assertThat(renewer).succeedsWithin(Duration.ofSeconds(20)).isEqualTo("token-2");
    }

    @Test
    void aFailedRenewalDoesNoHarmWhileTheOldTokenIsGoodAndIsTriedAgain() {
        RenewedToken token = renewed(() -> {
            IssuedToken fresh = issue(DAY);
            if (issued.get() == 2 || issued.get() == 3) {
                throw new IllegalStateException("the vault is closed");
            }
            return fresh;
        });
        sent(token);
        time.advance(DAY.minusMinutes(4));

        assertThat(sent(token)).isEqualTo("token-1");
        time.advance(Duration.ofSeconds(29));
        assertThat(sent(token)).isEqualTo("token-1");
        assertThat(issued).hasValue(2);
        time.advance(Duration.ofSeconds(1));
        assertThat(sent(token)).isEqualTo("token-1");
        assertThat(issued).hasValue(3);
        time.advance(Duration.ofSeconds(30));
        assertThat(sent(token)).isEqualTo("token-4");
    }

    @Test
    void withoutAGoodTokenTheFailureOfTheSourceIsThrown() {
        RenewedToken token = renewed(() -> {
            if (issued.incrementAndGet() == 1) {
                throw new IllegalStateException("the vault is closed");
            }
            return issue(DAY);
        });

        assertThatExceptionOfType(NoTokenException.class)
                .isThrownBy(() -> sent(token))
                .withMessageEndingWith("the vault is closed");
        assertThat(sent(token)).isEqualTo("token-3");
    }

    private RenewedToken renewed(TokenSource source) {
        return new RenewedToken(source, time, ForkJoinPool.commonPool());
    }

    private IssuedToken issue(Duration life) {
        return new IssuedToken("token-" + issued.incrementAndGet(), time.now().plus(life));
    }

    private static String sent(RenewedToken token) {
        return token.headersFor(REQUEST).get("X-Auth-Token");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

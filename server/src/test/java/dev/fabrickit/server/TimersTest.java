package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

@Timeout(20)
class TimersTest {
    private static final EventLoopGroup LOOPS = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final StubClock clock = new SteppedClock();
    private final Timers timers = new Timers(clock, LOOPS);
    private final List<Object> done = new ArrayList<>();

    @AfterAll
    static void close() {
        LOOPS.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    @Test
    void aStoppedClockEndsAWaitExactlyWhenItGetsThere() {
        timers.after(SECOND, () -> done.add("over"));

        clock.advance(SECOND.minusMillis(1));
        assertThat(done).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(done).containsExactly("over");
    }

    @Test
    void whatIsDoneOnTheWaySeesItsOwnMomentAndMayWaitOn() {
        Instant start = clock.instant();
        Flux.range(1, 5)
                .concatMap(i -> timers.pause(SECOND).thenReturn(i), 1)
                .subscribe(i -> done.add(Duration.between(start, clock.instant())));

        clock.advance(SECOND.multipliedBy(3).plusMillis(500));

        assertThat(done).containsExactly(SECOND, SECOND.multipliedBy(2), SECOND.multipliedBy(3));
        assertThat(clock.instant()).isEqualTo(start.plusMillis(3500));
    }

    @Test
    void waitsEndInTheOrderOfTheirMomentsAndThoseOfOneMomentInTheirOwn() {
        timers.after(SECOND.multipliedBy(2), () -> done.add("late"));
        timers.after(SECOND, () -> done.add("first"));
        timers.after(SECOND, () -> done.add("second"));

        clock.advance(SECOND.multipliedBy(2));

        assertThat(done).containsExactly("first", "second", "late");
    }

    @Test
    void whatWasGivenUpIsNotDone() {
        Disposable wait = timers.after(SECOND, () -> done.add("over"));
        Disposable pause = timers.pause(SECOND).subscribe(null, null, () -> done.add("over"));

        wait.dispose();
        pause.dispose();
        clock.advance(SECOND);

        assertThat(wait.isDisposed()).isTrue();
        assertThat(done).isEmpty();
    }

    @Test
    void aPauseOfNoTimeIsOverWithinTheSubscription() {
        timers.pause(Duration.ZERO).subscribe(null, null, () -> done.add("over"));

        assertThat(done).containsExactly("over");
    }

    @Test
    void aMomentThatHasPassedIsNoReasonToWait() throws Exception {
        CompletableFuture<Void> over = new CompletableFuture<>();

        timers.at(clock.instant().minus(SECOND), () -> over.complete(null));

        over.get();
    }

    @Test
    void aClockThatMovesByItselfEndsAWaitOnTheEventLoopWhereItBegan() throws Exception {
        clock.follow();
        EventLoop loop = LOOPS.next();
        CompletableFuture<Boolean> over = new CompletableFuture<>();
        Instant start = clock.instant();

        loop.execute(() -> timers.after(Duration.ofMillis(20), () -> over.complete(loop.inEventLoop())));

        assertThat(over.get()).isTrue();
        assertThat(clock.instant()).isAfterOrEqualTo(start.plusMillis(20));
    }

    @Test
    void whoStopsTheClockHoldsUpWhatWaitsAlready() {
        clock.follow();
        timers.after(Duration.ofHours(1), () -> done.add("over"));
        clock.stop();

        clock.advance(Duration.ofMinutes(59));
        assertThat(done).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(done).containsExactly("over");
    }

    @Test
    void aClockThatFollowsAgainLeavesAWaitTheTimeThatWasLeft() throws Exception {
        CompletableFuture<Void> over = new CompletableFuture<>();
        timers.after(SECOND, () -> over.complete(null));
        clock.advance(SECOND.minusMillis(20));

        clock.follow();

        over.get();
    }

    @Test
    void aClockThatFollowsTakesNoSteps() {
        clock.follow();

        assertThatThrownBy(() -> clock.advance(SECOND)).isInstanceOf(IllegalStateException.class);
    }
}

package dev.fabrickit.server;

import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * Waits by the stub's clock, for whatever must not be done before its time: without a thread per wait, and exactly when a
 * stopped clock is moved. What is done must not block. Nothing is done any more once the stub is closed.
 *
 * <p>While the clock moves by itself a wait that began on an event loop ends on it, to the millisecond and never early.
 */
@Singleton
public class Timers {
    private final StubClock clock;
    private final EventLoopGroup loops;

    public Timers(StubClock clock, EventLoopGroup loops) {
        this.clock = clock;
        this.loops = loops;
    }

    /**
     * Does something after a time, but never before this has returned.
     *
     * @return dispose of it to have it not done; without effect once it is
     */
    public Disposable after(Duration delay, Runnable action) {
        return at(clock.instant().plus(delay), action);
    }

    /** Does something at a moment, at once when that has passed; else like {@link #after}. */
    public Disposable at(Instant moment, Runnable action) {
        Alarm alarm = new Alarm(clock, loop(), moment, action);
        alarm.set();
        return alarm;
    }

    /** Completes after a time from each subscription on, within the subscription when there is no time to wait. */
    public Mono<Void> pause(Duration delay) {
        return Mono.defer(() -> pauseUntil(clock.instant().plus(delay)));
    }

    /** Completes at a moment; else like {@link #pause}. */
    public Mono<Void> pauseUntil(Instant moment) {
        return Mono.create(sink -> {
            if (moment.isAfter(clock.instant())) {
                sink.onDispose(at(moment, sink::success));
            } else {
                sink.success();
            }
        });
    }

    private EventExecutor loop() {
        for (EventExecutor loop : loops) {
            if (loop.inEventLoop()) {
                return loop;
            }
        }
        return loops.next();
    }
}

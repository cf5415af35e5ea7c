package dev.fabrickit.server;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/** One thing to do at one moment: on its event loop while the clock moves by itself, else by whoever moves the clock. */
final class Alarm implements Disposable {
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final long number = NUMBERS.incrementAndGet();
    private final StubClock clock;
    private final EventExecutor loop;
    private final Runnable action;
    /** Set when it rings or is given up, so that it does at most one of the two. */
    private final AtomicBoolean over = new AtomicBoolean();

    private volatile Instant due;
    private volatile @Nullable Future<?> scheduled;

    Alarm(StubClock clock, EventExecutor loop, Instant due, Runnable action) {
        this.clock = clock;
        this.loop = loop;
        this.due = due;
        this.action = action;
    }

    Instant due() {
        return due;
    }

    long number() {
        return number;
    }

    void set() {
        clock.alarms().add(this);
        // Only now: a clock that goes over to moving by itself looks at those that it knows.
        lookAtClock();
        if (isDisposed()) {
            forget();
        }
    }

    private void lookAtClock() {
        Duration left = Duration.between(clock.instant(), due);
        if (left.isNegative() || left.isZero()) {
            loop.execute(this::ring);
        } else if (!clock.isStopped()) {
            scheduled = loop.schedule(this::ringIfDue, left.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void ringIfDue() {
        if (clock.instant().isBefore(due)) {
            lookAtClock();
        } else {
            ring();
        }
    }

    void ring() {
        if (over.compareAndSet(false, true)) {
            forget();
            action.run();
        }
    }

    /** Not to be called of one that is still among the clock's. */
    void putOff(Duration by) {
        due = due.plus(by);
        set();
    }

    @Override
    public void dispose() {
        if (over.compareAndSet(false, true)) {
            forget();
        }
    }

    private void forget() {
        clock.alarms().remove(this);
        Future<?> task = scheduled;
        if (task != null) {
            task.cancel(false);
        }
    }

    @Override
    public boolean isDisposed() {
        return over.get();
    }
}

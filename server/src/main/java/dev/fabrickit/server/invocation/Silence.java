package dev.fabrickit.server.invocation;

import dev.fabrickit.server.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** How long nothing has been said on one connection. One wait at a time, however much is said. */
final class Silence {
    private final Timers timers;
    private final Clock clock;
    private final Duration bearable;
    private final BooleanSupplier forEver;

    private Instant since = Instant.MIN;
    private Runnable tooLong = () -> {};
    private Disposable waiting = Disposables.disposed();

    /** @param forEver whether it is to last, however long that is */
    Silence(Timers timers, Clock clock, Duration bearable, BooleanSupplier forEver) {
        this.timers = timers;
        this.clock = clock;
        this.bearable = bearable;
        this.forEver = forEver;
    }

    /** @param tooLong what to do whenever it has lasted too long */
    void begin(Runnable tooLong) {
        this.tooLong = tooLong;
        restart();
        await();
    }

    void restart() {
        since = clock.instant();
    }

    private void await() {
        waiting = timers.at(since.plus(bearable), this::look);
    }

    private void look() {
        if (!clock.instant().isBefore(since.plus(bearable))) {
            restart();
            if (!forEver.getAsBoolean()) {
                tooLong.run();
            }
        }
        await();
    }

    void end() {
        waiting.dispose();
    }
}

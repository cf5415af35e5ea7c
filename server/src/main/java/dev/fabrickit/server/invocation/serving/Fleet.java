package dev.fabrickit.server.invocation.serving;

import dev.fabrickit.server.Timers;
import dev.fabrickit.server.inferenceservice.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * The units of one inference service: as many as are needed, between its minimum and its maximum. A unit that is missing comes
 * after its cold start; a unit that has not been needed for a while goes. Not safe for use by several threads: its pool sees to
 * that.
 */
final class Fleet {
    private final UnitSettings settings;
    private final Timers timers;
    private final Clock clock;
    /** Does what a timer has to do, one thing at a time. */
    private final Consumer<Runnable> inTurn;

    private final Set<Disposable> starting = new HashSet<>();
    /** Of each unit that runs and is not needed, since when: the last that was needed comes last. */
    private final Deque<Instant> idle = new ArrayDeque<>();

    private Units bounds;
    private int running;
    private @Nullable Disposable rest;

    Fleet(Units bounds, UnitSettings settings, Timers timers, Clock clock, Consumer<Runnable> inTurn) {
        this.settings = settings;
        this.timers = timers;
        this.clock = clock;
        this.inTurn = inTurn;
        this.bounds = bounds;
        this.running = bounds.min();
    }

    int running() {
        return running;
    }

    int slots() {
        return running * settings.slots();
    }

    void resize(Units units) {
        bounds = units;
        running = Math.min(running, units.max());
    }

    /** @param calls that are under way or wait */
    void serve(int calls) {
        int needed = Math.max(bounds.min(), Math.min(ceiling(calls), bounds.max()));
        for (int missing = needed - running - starting.size(); missing > 0; missing--) {
            start();
        }
        while (idle.size() > Math.max(0, running - needed)) {
            idle.removeLast();
        }
        while (idle.size() < running - needed) {
            idle.addLast(clock.instant());
        }
        if (rest == null && !idle.isEmpty()) {
            rest = timers.at(idle.getFirst().plus(settings.idle()), () -> inTurn.accept(this::letGo));
        }
    }

    private int ceiling(int calls) {
        return (calls + settings.slots() - 1) / settings.slots();
    }

    private void start() {
        if (settings.coldStart().isZero()) {
            running++;
            return;
        }
        Disposable.Swap start = Disposables.swap();
        starting.add(start);
        start.update(timers.after(settings.coldStart(), () -> inTurn.accept(() -> started(start))));
    }

    private void started(Disposable start) {
        if (starting.remove(start)) {
            running = Math.min(running + 1, bounds.max());
        }
    }

    private void letGo() {
        rest = null;
        Instant longAgo = clock.instant().minus(settings.idle());
        while (!idle.isEmpty() && !idle.getFirst().isAfter(longAgo)) {
            idle.removeFirst();
            running--;
        }
    }

    void close() {
        if (rest != null) {
            rest.dispose();
        }
        starting.forEach(Disposable::dispose);
        starting.clear();
        idle.clear();
        running = 0;
    }
}

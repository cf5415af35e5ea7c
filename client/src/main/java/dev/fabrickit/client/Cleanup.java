package dev.fabrickit.client;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What is to be undone, the last first. One failure does not keep the others from being tried. */
final class Cleanup implements AutoCloseable {
    private final Deque<Runnable> steps = new ArrayDeque<>();

    synchronized void later(Runnable step) {
        steps.push(step);
    }

    /** Whatever does not exist any more needs no deleting. */
    static void unlessMissing(Runnable deletion) {
        try {
            deletion.run();
        } catch (ErrorAnswerException e) {
            if (!e.isMissing()) {
                throw e;
            }
        }
    }

    @Override
    public synchronized void close() {
        RuntimeException first = null;
        while (!steps.isEmpty()) {
            first = joined(first, run(steps.pop()));
        }
        if (first != null) {
            throw first;
        }
    }

    private static @Nullable RuntimeException run(Runnable step) {
        try {
            step.run();
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static @Nullable RuntimeException joined(
            @Nullable RuntimeException first, @Nullable RuntimeException next) {
        if (first == null) {
            return next;
        }
        if (next != null) {
            first.addSuppressed(next);
        }
        return first;
    }
}

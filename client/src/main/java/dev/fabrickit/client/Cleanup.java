package dev.fabrickit.client;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What is to be undone, the last first. One failure does not keep the others from being tried, nor does an interrupt, which is
 * set again afterwards. What failed is tried again by the next closing.
 */
final class Cleanup implements AutoCloseable {
    private final Deque<Runnable> steps = new ArrayDeque<>();

    synchronized void later(Runnable step) {
        steps.push(step);
    }

    @Override
    public void close() {
        Throwable failure = undo();
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** Undoes what was made before a failure, which suppresses what fails here. */
    void closeAfter(Throwable failure) {
        joined(failure, undo());
    }

    private synchronized @Nullable Throwable undo() {
        boolean interrupted = Thread.interrupted();
        Deque<Runnable> failed = new ArrayDeque<>();
        Throwable first = null;
        while (!steps.isEmpty()) {
            Runnable step = steps.pop();
            Throwable failure = run(step);
            if (Thread.interrupted()) {
                interrupted = true;
                failure = failure == null ? null : run(step);
            }
            if (failure != null) {
                failed.add(step);
                first = joined(first, failure);
            }
        }
        steps.addAll(failed);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return first;
    }

    private static @Nullable Throwable run(Runnable step) {
        try {
            step.run();
            return null;
        } catch (RuntimeException | Error e) {
            return e;
        }
    }

    private static @Nullable Throwable joined(@Nullable Throwable first, @Nullable Throwable next) {
        if (first == null) {
            return next;
        }
        // No failure can suppress itself, and a source of tokens may throw the same one each time.
        if (next != null && next != first) {
            first.addSuppressed(next);
        }
        return first;
    }
}

package dev.fabrickit.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/** Tells somebody how the waiting goes, where it must go on whatever he throws. */
record Unfailing(Consumer<Progress> told) implements Consumer<Progress> {
    private static final Logger LOG = System.getLogger("dev.fabrickit.client");

    @Override
    public void accept(Progress seen) {
        try {
            told.accept(seen);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "who is told how the waiting goes failed", e);
        }
    }
}

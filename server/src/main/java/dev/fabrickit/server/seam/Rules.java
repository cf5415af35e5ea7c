package dev.fabrickit.server.seam;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Which rules a stub keeps: all, until some are suspended. Use it to have a server that is wrong in one known way, to see
 * whether a test notices. Safe for use by several threads; a request under way may see a change or not.
 */
@Singleton
public class Rules {
    private final Set<Rule> suspended = ConcurrentHashMap.newKeySet();

    public void suspend(Rule rule) {
        suspended.add(rule);
    }

    public void enforce(Rule rule) {
        suspended.remove(rule);
    }

    public void enforceAll() {
        suspended.clear();
    }

    public boolean enforces(Rule rule) {
        return !suspended.contains(rule);
    }

    /** Refuses what breaks a rule that is enforced. */
    public void require(Rule rule, boolean kept, Supplier<? extends RuntimeException> refusal) {
        if (!kept && enforces(rule)) {
            throw refusal.get();
        }
    }
}

package dev.fabrickit.conformance.run;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The ledgers of the scenarios under way. */
public final class Ledgers {
    private final Set<Ledger> open = ConcurrentHashMap.newKeySet();
    private volatile boolean left;
    private volatile boolean aborted;

    void opened(Ledger ledger) {
        open.add(ledger);
    }

    /**
     * Forgets a ledger.
     *
     * @param isClear whether it has deleted all
     */
    void closed(Ledger ledger, boolean isClear) {
        open.remove(ledger);
        left |= !isClear;
    }

    /** Whether something could not be deleted. */
    public boolean hasLeft() {
        return left;
    }

    /** Whether the run was interrupted: then no scenario, be it a later one, creates anything more. */
    boolean areAborted() {
        return aborted;
    }

    /** Ends all scenarios: nothing more is created, and what was is deleted. Returns what there is to say about it. */
    public List<String> abort() {
        aborted = true;
        return open.stream().flatMap(ledger -> ledger.abort().stream()).toList();
    }
}

package dev.fabrickit.conformance.run;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The ledgers of the scenarios under way. */
public final class Ledgers {
    private final Set<Ledger> open = ConcurrentHashMap.newKeySet();

    void opened(Ledger ledger) {
        open.add(ledger);
    }

    void closed(Ledger ledger) {
        open.remove(ledger);
    }

    /** Ends all scenarios: nothing more is created, and what was is deleted. Returns what there is to say about it. */
    public List<String> abort() {
        return open.stream().flatMap(ledger -> ledger.abort().stream()).toList();
    }
}

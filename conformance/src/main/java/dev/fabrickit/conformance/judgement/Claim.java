package dev.fabrickit.conformance.judgement;

import dev.fabrickit.conformance.wire.Nonconformance;
import java.util.List;

/** The plainest judgements. */
public final class Claim {
    private Claim() {}

    /** Fails with a text unless something holds. */
    public static void must(boolean holds, String otherwise) {
        if (!holds) {
            throw new Nonconformance(otherwise);
        }
    }

    /** Fails with all faults, should there be any. */
    public static void noFaults(List<String> faults) {
        must(faults.isEmpty(), String.join("; ", faults));
    }
}

package dev.fabrickit.conformance.requirement;

import org.opentest4j.TestAbortedException;

/**
 * Ends an example that cannot come to a verdict. Throw it from a step or from what a step calls; what the service did
 * wrong is no case for it.
 */
public final class Inconclusive extends TestAbortedException {
    private static final long serialVersionUID = 1;

    private final Outcome outcome;

    private Inconclusive(Outcome outcome, String reason) {
        super(reason);
        this.outcome = outcome;
    }

    /** The target says, or its answer shows, that it lacks a capability that it may lack. */
    public static Inconclusive notSupported(String reason) {
        return new Inconclusive(Outcome.NOT_SUPPORTED, reason);
    }

    /** Something that the example presupposes did not come about. A failing {@code Given} counts so by itself. */
    public static Inconclusive notTestable(String reason) {
        return new Inconclusive(Outcome.NOT_TESTABLE, reason);
    }

    /** The caller chose so, or did not give what it takes: credentials of a second tenant, say. */
    public static Inconclusive disabled(String reason) {
        return new Inconclusive(Outcome.DISABLED, reason);
    }

    public Outcome outcome() {
        return outcome;
    }
}

package dev.fabrickit.conformance.wire;

/** The service did what the contract rules out. Anything else that goes wrong in a run is the suite's own fault. */
public final class Nonconformance extends AssertionError {
    private static final long serialVersionUID = 1;

    public Nonconformance(String message) {
        super(message);
    }
}

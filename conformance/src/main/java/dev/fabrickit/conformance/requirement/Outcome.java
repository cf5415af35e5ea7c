package dev.fabrickit.conformance.requirement;

/** What became of a requirement; of an example as well. Worse comes later, and the worst example decides. */
public enum Outcome {
    PASSED("passed"),
    /** The caller left it out, or did not give what it takes. */
    DISABLED("disabled"),
    /** The target lacks a capability that it may lack. */
    NOT_SUPPORTED("not supported"),
    /** Something that it presupposes did not come about: what it asks is open. */
    NOT_TESTABLE("not testable"),
    /** The suite itself is at fault. */
    ERROR("error"),
    /** The target breaks it. */
    FAILED("failed");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}

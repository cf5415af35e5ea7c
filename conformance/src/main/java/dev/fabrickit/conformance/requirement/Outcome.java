package dev.fabrickit.conformance.requirement;

/** What became of a requirement. Only {@link #PASSED} is green. */
public enum Outcome {
    PASSED("passed"),
    /** The target breaks it. */
    FAILED("failed"),
    /** The target lacks a capability that it may lack. */
    NOT_SUPPORTED("not supported"),
    /** The caller chose to leave it out. */
    DISABLED("disabled"),
    /** Something that it presupposes did not come about. */
    NOT_TESTABLE("not testable"),
    /** The suite itself is at fault. */
    ERROR("error");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}

package dev.fabrickit.conformance.cli;

/** A reason not to go on that the caller can do something about. It is shown without a stack trace. */
final class Complaint extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Wrong usage, or a fault of this program. */
    static final int USAGE = 2;

    /** The target or its configuration is not ready. */
    static final int NOT_READY = 3;

    private final int exitCode;

    Complaint(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Complains of wrong usage. */
    static void unless(boolean sound, String otherwise) {
        if (!sound) {
            throw new Complaint(USAGE, otherwise);
        }
    }

    int exitCode() {
        return exitCode;
    }
}

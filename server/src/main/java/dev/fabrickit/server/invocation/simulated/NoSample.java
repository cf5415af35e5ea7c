package dev.fabrickit.server.invocation.simulated;

/** There is no value that fits a schema, or none that would be made in a decent time. */
final class NoSample extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoSample(String reason) {
        super(reason, null, false, false);
    }
}

package dev.fabrickit.server.seam;

/**
 * Ends the events of an {@link Interference} by a connection that is gone instead of an answer that has ended. The events before
 * it still reach the caller.
 */
public final class ConnectionCut extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ConnectionCut() {
        super("the connection is cut on purpose", null, false, false);
    }
}

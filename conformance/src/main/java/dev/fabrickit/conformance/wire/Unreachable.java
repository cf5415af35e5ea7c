package dev.fabrickit.conformance.wire;

import java.net.URI;

/** No answer came. */
public final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unreachable(URI url, Throwable cause) {
        super("no answer from " + url + ": " + reason(cause), cause);
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}

package dev.fabrickit.conformance.wire;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;

/** No answer came. */
public final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unreachable(URI url, Throwable cause) {
        super("no answer from " + url + ": " + reason(cause), cause);
    }

    private static String reason(Throwable cause) {
        return cause instanceof ConnectException
                ? "nothing listens there"
                : cause instanceof UnknownHostException || cause.getMessage() == null
                        ? "no such host, or no way to it"
                        : cause.getMessage();
    }
}

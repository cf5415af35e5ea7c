package dev.fabrickit.conformance.wire;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** No answer came. The message says why, and what to do. */
public final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unreachable(URI url, Throwable cause) {
        super("no answer from " + url.getScheme() + "://" + url.getAuthority() + ": " + reason(url, cause), cause);
    }

    private static String reason(URI url, Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(cause -> known(url, cause))
                .filter(reason -> !reason.isEmpty())
                .reduce((outer, inner) -> inner)
                .orElseGet(() -> failure.getMessage() + ". Check the URL, the network and the proxy.");
    }

    private static String known(URI url, Throwable cause) {
        if (cause instanceof UnknownHostException) {
            return "no host is known by the name " + url.getHost() + ". Check the URL or --region, and the DNS.";
        }
        if (cause instanceof CertPathBuilderException) {
            return "its certificate is not trusted here. Give the certificate of its CA with --ca-file.";
        }
        if (cause instanceof SSLPeerUnverifiedException || said(cause, "No subject alternative")) {
            return "its certificate is that of another host. Check the URL.";
        }
        if (cause instanceof SSLException && said(cause, "Unsupported or unrecognized SSL message")) {
            return "it does not speak TLS. Use http:// in its URL.";
        }
        // Apache's timeout of a connection is an InterruptedIOException, too.
        if (cause instanceof InterruptedIOException || cause instanceof HttpTimeoutException) {
            return "it is silent. Check the URL, the network and the proxy.";
        }
        if (cause instanceof ConnectException) {
            return "nothing listens there. Check the URL, the network and the proxy.";
        }
        boolean garbled = cause.getClass().getSimpleName().matches("NoHttpResponseException|ClientProtocolException");
        return garbled && url.getScheme().equals("http")
                ? "it does not speak HTTP. Use https:// in its URL if it speaks TLS."
                : "";
    }

    private static boolean said(Throwable cause, String text) {
        return cause.getMessage() != null && cause.getMessage().contains(text);
    }
}

package dev.fabrickit.conformance.wire;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as it goes over the wire, byte for byte.
 *
 * @param url its path and query are percent-encoded
 * @param caller who it claims to come from
 * @param headers without those of the transport
 * @param body empty when there is none
 */
record Outgoing(Caller caller, String method, URI url, Map<String, String> headers, byte[] body) {

    /** With more headers; of equal names, in whatever case, the new one counts. */
    Outgoing with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.putAll(more);
        return new Outgoing(caller, method, url, all, body);
    }

    Outgoing to(URI another) {
        return new Outgoing(caller, method, another, headers, body);
    }

    Outgoing by(String another) {
        return new Outgoing(caller, another, url, headers, body);
    }

    Outgoing sending(byte[] another) {
        return new Outgoing(caller, method, url, headers, another);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}

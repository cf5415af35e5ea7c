package dev.fabrickit.client;

import dev.fabrickit.client.api.Call;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** Says which headers open the door to one request. */
interface Authorizer {

    /**
     * What is about to be sent.
     *
     * @param body empty when there is none
     * @param end until when all of it may take
     */
    record Outgoing(Call call, URI uri, byte[] body, Instant end) {}

    /** Called for each attempt anew, as signatures and tokens age. */
    Map<String, String> headersFor(Outgoing request);

    /** Told that these headers were answered 401. True when others are worth another attempt. */
    default boolean replaces(Map<String, String> refused) {
        return false;
    }

    /** What must never show, of the headers or beside them. */
    default Secrets secretsOf(Map<String, String> headers) {
        return new Secrets(headers.values());
    }
}

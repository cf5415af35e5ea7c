package dev.fabrickit.conformance.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request to be sent. It must keep to the contract unless it is {@link #meantBad}.
 *
 * @param operationId what to call; the contract knows its path and verb
 * @param path the parameters in the path
 * @param query the parameters in the query
 * @param headers what is sent beside the credentials and the type of the body
 * @param body the bytes to send, or null
 * @param caller who sends it
 * @param bad whether it breaks the contract on purpose
 * @param beyond what is put behind the path, so that it becomes one that the contract does not know
 */
public record Call(
        String operationId,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        byte @Nullable [] body,
        Caller caller,
        boolean bad,
        String beyond) {

    public static Call of(String operationId) {
        return new Call(operationId, Map.of(), Map.of(), Map.of(), null, Caller.OWN, false, "");
    }

    /** With a parameter in the path. */
    public Call in(String parameter, String value) {
        return new Call(operationId, and(path, parameter, value), query, headers, body, caller, bad, beyond);
    }

    /** With a parameter in the query. */
    public Call with(String parameter, String value) {
        return new Call(operationId, path, and(query, parameter, value), headers, body, caller, bad, beyond);
    }

    /** With a header. It replaces what would be sent under its name; empty, nothing is sent under it. */
    public Call header(String name, String value) {
        return new Call(operationId, path, query, and(headers, name, value), body, caller, bad, beyond);
    }

    public Call sending(JsonNode json) {
        return sending(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** With a body of any bytes, under the type of JSON unless a header says otherwise. */
    public Call sending(byte[] bytes) {
        return new Call(operationId, path, query, headers, bytes, caller, bad, beyond);
    }

    /** By somebody else. */
    public Call by(Caller sender) {
        return new Call(operationId, path, query, headers, body, sender, bad, beyond);
    }

    /** Breaks the contract on purpose: it is sent as it is. */
    public Call meantBad() {
        return new Call(operationId, path, query, headers, body, caller, true, beyond);
    }

    /** To a path behind its own. */
    public Call beyond(String suffix) {
        return new Call(operationId, path, query, headers, body, caller, true, suffix);
    }

    private static Map<String, String> and(Map<String, String> parameters, String name, String value) {
        Map<String, String> more = new TreeMap<>(parameters);
        more.put(name, value);
        return more;
    }
}

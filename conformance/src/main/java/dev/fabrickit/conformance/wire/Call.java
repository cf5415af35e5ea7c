package dev.fabrickit.conformance.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request to be sent.
 *
 * @param operationId what to call; the contract knows its path and verb
 * @param path the parameters in the path
 * @param query the parameters in the query
 * @param body the JSON to send, or null
 */
public record Call(
        String operationId,
        Map<String, String> path,
        Map<String, String> query,
        @Nullable JsonNode body) {

    public static Call of(String operationId) {
        return new Call(operationId, Map.of(), Map.of(), null);
    }

    /** With a parameter in the path. */
    public Call in(String parameter, String value) {
        return new Call(operationId, and(path, parameter, value), query, body);
    }

    /** With a parameter in the query. */
    public Call with(String parameter, String value) {
        return new Call(operationId, path, and(query, parameter, value), body);
    }

    public Call sending(JsonNode json) {
        return new Call(operationId, path, query, json);
    }

    private static Map<String, String> and(Map<String, String> parameters, String name, String value) {
        Map<String, String> more = new TreeMap<>(parameters);
        more.put(name, value);
        return more;
    }
}

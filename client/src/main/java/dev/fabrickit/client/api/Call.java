package dev.fabrickit.client.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call in the contract's terms, not yet bound to a host or to credentials.
 *
 * @param operationId the contract's name of the operation
 * @param method the verb
 * @param path the path, percent-encoded, with values in the place of its parameters
 * @param query the query, percent-encoded, empty when there is none
 * @param body what to send as JSON, or null to send no body
 * @param ids the values that stand in the path, as they were given
 */
public record Call(
        String operationId,
        String method,
        String path,
        String query,
        @Nullable Object body,
        List<String> ids) {

    /** Begins a call whose path may still hold parameters in braces. */
    public static Call of(String operationId, String method, String path) {
        return new Call(operationId, method, path, "", null, List.of());
    }

    /**
     * Fills in a parameter of the path.
     *
     * @throws IllegalArgumentException when the value would lead to another path: it is empty, "." or ".."
     * @throws NullPointerException when it is null; the message names it
     */
    public Call withPath(String name, String value) {
        Objects.requireNonNull(value, () -> operationId + ": " + name);
        if (value.matches("\\.{0,2}")) {
            throw new IllegalArgumentException(operationId + ": " + name + " must be an id, not \"" + value + "\"");
        }
        List<String> more = new ArrayList<>(ids);
        more.add(value);
        return new Call(
                operationId, method, path.replace("{" + name + "}", encoded(value)), query, body, List.copyOf(more));
    }

    /** Adds a parameter of the query: once for each value of a collection, not at all for null. */
    public Call withQuery(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Collection<?> values = value instanceof Collection<?> many ? many : List.of(value);
        StringBuilder longer = new StringBuilder(query);
        for (Object one : values) {
            longer.append(longer.isEmpty() ? "" : "&").append(name).append('=').append(encoded(one.toString()));
        }
        return new Call(operationId, method, path, longer.toString(), body, ids);
    }

    /** Sets the body. */
    public Call withBody(Object body) {
        Objects.requireNonNull(body, () -> operationId + ": the body");
        return new Call(operationId, method, path, query, body, ids);
    }

    /** The operation and what it is for, as messages name it: {@code showEndpoint workspace/endpoint}. */
    public String subject() {
        return ids.isEmpty() ? operationId : operationId + " " + String.join("/", ids);
    }

    private static String encoded(String value) {
        // URLEncoder is for forms; RFC 3986 differs in these three.
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}

package dev.fabrickit.conformance.contract;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One operation, as the contract describes it.
 *
 * @param id its operationId
 * @param method the verb, upper case
 * @param path the path with its parameters in braces
 * @param host which of the service's two hosts answers it
 * @param successes the statuses of success: three digits, or {@code 2XX} for any
 */
public record Operation(String id, String method, String path, Host host, Set<String> successes) {
    /** The hosts of the service. One server may be both. */
    public enum Host {
        ADMIN,
        EP
    }

    /** The path with its parameters filled in. */
    public String pathWith(Map<String, String> parameters) {
        String filled = path;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            filled = filled.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        if (filled.contains("{")) {
            throw new IllegalArgumentException("a parameter is missing in " + filled + " of " + id);
        }
        return filled;
    }

    /** The values of its parameters in the path of a request, whatever the path of the server begins with. */
    public Map<String, String> parametersIn(String requested) {
        String[] names = path.split("/");
        String[] values = requested.split("/");
        int shift = values.length - names.length;
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = Math.max(0, -shift); i < names.length; i++) {
            if (names[i].startsWith("{")) {
                parameters.put(names[i].substring(1, names[i].length() - 1), decoded(values[i + shift]));
            }
        }
        return parameters;
    }

    /** What the query of a request has, decoded. */
    public static Map<String, String> queryIn(URI url) {
        Map<String, String> query = new LinkedHashMap<>();
        if (url.getRawQuery() != null) {
            for (String pair : url.getRawQuery().split("&")) {
                String[] parts = pair.split("=", 2);
                query.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    public boolean isSuccess(int status) {
        return successes.contains(Integer.toString(status)) || successes.contains(status / 100 + "XX");
    }
}

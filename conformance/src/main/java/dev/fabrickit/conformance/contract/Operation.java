package dev.fabrickit.conformance.contract;

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

    public boolean isSuccess(int status) {
        return successes.contains(Integer.toString(status)) || successes.contains(status / 100 + "XX");
    }
}

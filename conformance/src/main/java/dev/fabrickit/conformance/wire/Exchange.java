package dev.fabrickit.conformance.wire;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, as evidence. Secrets never come in here.
 *
 * @param operationId the operation that was called
 * @param method the verb
 * @param url where to
 * @param requestBody the JSON sent, or null
 * @param status the status of the answer
 * @param headers the headers of the answer
 * @param responseBody the body of the answer; of a stream all of its events
 * @param took from the request to the last byte
 */
public record Exchange(
        String operationId,
        String method,
        URI url,
        @Nullable String requestBody,
        int status,
        Map<String, List<String>> headers,
        String responseBody,
        Duration took) {

    Exchange maskedBy(Target target) {
        Map<String, List<String>> shown = new TreeMap<>();
        headers.forEach((name, values) ->
                shown.put(name, values.stream().map(target::masked).toList()));
        return new Exchange(operationId, method, url, requestBody, status, shown, target.masked(responseBody), took);
    }

    /** As text, in the form of HTTP. */
    public String text() {
        StringBuilder text = new StringBuilder(method + " " + url + "\nX-Auth-Token: ***\n");
        if (requestBody != null) {
            text.append("Content-Type: application/json\n\n")
                    .append(requestBody)
                    .append('\n');
        }
        text.append("\n")
                .append(status)
                .append(" after ")
                .append(took.toMillis())
                .append(" ms\n");
        headers.forEach((name, values) -> values.forEach(
                value -> text.append(name).append(": ").append(value).append('\n')));
        return text.append('\n').append(responseBody).toString();
    }
}

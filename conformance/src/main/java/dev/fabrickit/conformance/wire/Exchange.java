package dev.fabrickit.conformance.wire;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, as evidence. Secrets never come in here.
 *
 * @param operationId the operation that was called
 * @param method the verb
 * @param url where to
 * @param requestHeaders the headers sent, but those of the transport
 * @param requestBody what was sent, or null
 * @param status the status of the answer
 * @param headers the headers of the answer
 * @param responseBody the body of the answer; of a stream all of its events
 * @param took from the request to the last byte
 */
public record Exchange(
        String operationId,
        String method,
        URI url,
        Map<String, String> requestHeaders,
        @Nullable String requestBody,
        int status,
        Map<String, List<String>> headers,
        String responseBody,
        Duration took) {
    private static final Set<String> SECRET = Set.of("x-auth-token", "authorization", "x-security-token");

    Exchange(
            String operationId,
            Outgoing request,
            int status,
            Map<String, List<String>> headers,
            String responseBody,
            Duration took) {
        this(
                operationId,
                request.method(),
                request.url(),
                request.headers(),
                request.body().length == 0 ? null : request.text(),
                status,
                headers,
                responseBody,
                took);
    }

    Exchange maskedBy(Target target) {
        Map<String, String> sent = new TreeMap<>();
        requestHeaders.forEach((name, value) ->
                sent.put(name, SECRET.contains(name.toLowerCase(Locale.ROOT)) ? "***" : target.masked(value)));
        Map<String, List<String>> shown = new TreeMap<>();
        headers.forEach((name, values) ->
                shown.put(name, values.stream().map(target::masked).toList()));
        return new Exchange(
                operationId,
                method,
                URI.create(target.masked(url.toString())),
                sent,
                Optional.ofNullable(requestBody).map(target::masked).orElse(null),
                status,
                shown,
                target.masked(responseBody),
                took);
    }

    /** As text, in the form of HTTP. */
    public String text() {
        StringBuilder text = new StringBuilder(method + " " + url + "\n");
        requestHeaders.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        if (requestBody != null) {
            text.append('\n').append(requestBody).append('\n');
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

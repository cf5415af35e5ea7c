package dev.fabrickit.conformance.wire;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, as evidence. Secrets never come in here, and of large bodies only the beginning.
 *
 * @param operationId the operation that was called
 * @param method the verb
 * @param url where to
 * @param requestHeaders the headers sent, but those of the transport; credentials as the shell variables that would hold them
 * @param requestBody what was sent, or null
 * @param status the status of the answer
 * @param headers the headers of the answer
 * @param responseBody the body of the answer; of a stream all of its events, each after its time of arrival
 * @param begun when the request was sent
 * @param took from the request to the last byte
 * @param faults where the answer breaks the contract
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
        Instant begun,
        Duration took,
        List<String> faults) {
    private static final int LONGEST_BODY = 1 << 16;

    static Exchange of(
            String operationId,
            Outgoing request,
            int status,
            Map<String, List<String>> headers,
            String responseBody,
            Duration took,
            List<String> faults,
            Target target) {
        Map<String, String> sent = new TreeMap<>();
        request.headers().forEach((name, value) -> sent.put(name, shown(name, value, request.caller(), target)));
        Map<String, List<String>> received = new TreeMap<>();
        headers.forEach((name, values) ->
                received.put(name, values.stream().map(target::masked).toList()));
        return new Exchange(
                operationId,
                request.method(),
                URI.create(target.masked(request.url().toString())),
                sent,
                request.body().length == 0 ? null : shortened(target.masked(request.text())),
                status,
                received,
                shortened(target.masked(responseBody)),
                Instant.now().minus(took),
                took,
                faults.stream().map(target::masked).toList());
    }

    private static String shown(String header, String value, Caller caller, Target target) {
        String variable = caller == Caller.OTHER ? "$FABRICKIT_OTHER" : "$FABRICKIT";
        boolean secret = !target.masked(value).equals(value);
        return switch (header.toLowerCase(Locale.ROOT)) {
            case "x-auth-token" ->
                caller.hasResemblingToken() ? Resemblance.spelling(caller) : secret ? variable + "_TOKEN" : value;
            case "x-security-token" -> variable + "_SECURITY_TOKEN";
            default -> target.masked(value);
        };
    }

    private static String shortened(String body) {
        return body.length() <= LONGEST_BODY
                ? body
                : body.substring(0, LONGEST_BODY) + "… (" + (body.length() - LONGEST_BODY) + " more characters)";
    }

    /** A header of the answer. */
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
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

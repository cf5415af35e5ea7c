package dev.fabrickit.client;

import dev.fabrickit.client.api.Call;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a call. It holds no credentials and no bodies, so it can be logged as it is.
 *
 * @param operationId the contract's name of the operation
 * @param method the verb
 * @param uri where the request went
 * @param headers what was sent, by names in lower case; credentials are masked
 * @param attempt from 1; more than 1 for a repeat
 * @param status the HTTP status, or null when no answer came
 * @param requestId what the service calls the request, or null when it does not say
 * @param failure why the attempt failed, or null when it did not
 * @param took until the answer began
 */
public record CallReport(
        String operationId,
        String method,
        URI uri,
        Map<String, String> headers,
        int attempt,
        @Nullable Integer status,
        @Nullable String requestId,
        @Nullable FabricException failure,
        Duration took) {
    private static final Set<String> SECRET = Set.of("authorization", "x-auth-token", "x-security-token");

    static CallReport of(Call call, int attempt, HttpRequest request, long begun) {
        Map<String, String> headers = new TreeMap<>();
        request.headers()
                .map()
                .forEach((name, values) -> headers.put(
                        name.toLowerCase(Locale.ROOT),
                        SECRET.contains(name.toLowerCase(Locale.ROOT)) ? "***" : String.join(", ", values)));
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        return new CallReport(
                call.operationId(), request.method(), request.uri(), headers, attempt, null, null, null, took);
    }

    CallReport answered(int answeredStatus, @Nullable String answeredRequestId) {
        return new CallReport(
                operationId, method, uri, headers, attempt, answeredStatus, answeredRequestId, failure, took);
    }

    CallReport failed(FabricException e) {
        Integer failedStatus = e instanceof ErrorAnswerException error ? error.status() : null;
        return new CallReport(operationId, method, uri, headers, attempt, failedStatus, e.requestId(), e, took);
    }

    /** One line, as for a log. */
    @Override
    public String toString() {
        String outcome = failure != null ? failure.getMessage() : operationId + " was answered " + status;
        return method + " " + uri + " attempt " + attempt + ", " + took.toMillis() + " ms: " + outcome;
    }
}

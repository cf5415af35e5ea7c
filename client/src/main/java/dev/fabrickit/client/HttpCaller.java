package dev.fabrickit.client;

import dev.fabrickit.client.Authorizer.Outgoing;
import dev.fabrickit.client.api.Call;
import dev.fabrickit.client.api.Caller;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Makes calls to one host.
 *
 * @param host where paths are appended to
 * @param authorizer puts credentials on a request
 */
record HttpCaller(Transport transport, URI host, Authorizer authorizer, Settings settings) implements Caller {
    static final String JSON = "application/json";

    /** The same with calls that take at most this long. */
    HttpCaller within(Duration atMost) {
        return new HttpCaller(transport, host, authorizer, settings.within(atMost));
    }

    @Override
    public <T> T call(Call call, Class<T> answer) {
        return open(call, JSON).read(answer);
    }

    @Override
    public void call(Call call) {
        open(call, JSON).mustHaveNoBody();
    }

    /** Makes a call and leaves the body of its good answer unread; the caller closes it. */
    Answer open(Call call, String accept) {
        byte[] body = call.body() == null ? new byte[0] : Json.write(call.body());
        Instant end = settings.time().now().plus(settings.timeouts().request());
        Outgoing outgoing = new Outgoing(call, uri(call), body, end);
        for (int attempt = 1; ; attempt++) {
            try {
                return authorized(new Attempt(outgoing, accept, attempt));
            } catch (FabricException e) {
                Duration pause = settings.retries().pauseAfter(attempt, call, e);
                // A log-in that failed has been repeated by itself.
                boolean isOfThisCall = e.operationId().equals(call.operationId());
                if (pause == null
                        || !isOfThisCall
                        || !settings.time().now().plus(pause).isBefore(end)) {
                    throw e;
                }
                settings.pause(pause, call);
            }
        }
    }

    /** What a service might say back. */
    Secrets secrets() {
        return authorizer.secretsOf(Map.of());
    }

    private record Attempt(Outgoing outgoing, String accept, int number) {
        Call call() {
            return outgoing.call();
        }
    }

    private Answer authorized(Attempt attempt) {
        Map<String, String> credentials = authorizer.headersFor(attempt.outgoing);
        try {
            return once(attempt, credentials);
        } catch (ErrorAnswerException e) {
            if (e.status() == 401 && authorizer.replaces(credentials)) {
                return once(attempt, authorizer.headersFor(attempt.outgoing));
            }
            throw e;
        }
    }

    private Answer once(Attempt attempt, Map<String, String> credentials) {
        HttpRequest request = request(attempt, credentials);
        long begun = System.nanoTime();
        try {
            Answer answer = exchange(attempt, request, authorizer.secretsOf(credentials));
            settings.tell(CallReport.of(attempt.call(), attempt.number, request, begun)
                    .answered(answer.response().statusCode(), answer.requestId()));
            return answer;
        } catch (FabricException e) {
            settings.tell(CallReport.of(attempt.call(), attempt.number, request, begun)
                    .failed(e));
            throw e;
        }
    }

    private Answer exchange(Attempt attempt, HttpRequest request, Secrets secrets) {
        Duration left = Duration.between(settings.time().now(), attempt.outgoing.end());
        Answer answer = transport.send(attempt.call(), request, settings.timeouts(), left, secrets);
        if (answer.isSuccess()) {
            return answer;
        }
        throw answer.asError(settings.time().now());
    }

    private HttpRequest request(Attempt attempt, Map<String, String> credentials) {
        Outgoing outgoing = attempt.outgoing;
        HttpRequest.Builder request = HttpRequest.newBuilder(outgoing.uri())
                .header("Accept", attempt.accept)
                .header("User-Agent", settings.userAgent())
                .method(attempt.call().method(), body(attempt));
        if (attempt.call().body() != null) {
            request.header("Content-Type", JSON);
        }
        credentials.forEach(request::header);
        return request.build();
    }

    private URI uri(Call call) {
        String query = call.query().isEmpty() ? "" : "?" + call.query();
        return URI.create(host + call.path() + query);
    }

    private static BodyPublisher body(Attempt attempt) {
        return attempt.call().body() == null ? new SentOnce() : BodyPublishers.ofByteArray(attempt.outgoing.body());
    }
}

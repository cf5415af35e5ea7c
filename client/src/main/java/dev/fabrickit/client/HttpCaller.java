package dev.fabrickit.client;

import dev.fabrickit.client.api.Call;
import dev.fabrickit.client.api.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * Makes calls to one host.
 *
 * @param host where paths are appended to
 * @param credentials puts them on a request
 * @param timeout until an answer begins
 */
record HttpCaller(HttpClient http, URI host, UnaryOperator<HttpRequest.Builder> credentials, Duration timeout)
        implements Caller {
    static final String JSON = "application/json";

    @Override
    public <T> T call(Call call, Class<T> answer) {
        return open(call, JSON).read(answer);
    }

    @Override
    public void call(Call call) {
        open(call, JSON).wholeBody();
    }

    /** Makes a call and leaves the body of its good answer unread; the caller closes it. */
    Answer open(Call call, String accept) {
        Answer answer = new Answer(call.operationId(), send(call, accept));
        if (!answer.isSuccess()) {
            throw answer.asError();
        }
        return answer;
    }

    private HttpResponse<InputStream> send(Call call, String accept) {
        try {
            return http.send(request(call, accept), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new ConnectionFailedException(call.operationId(), null, "got no answer from " + host, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionFailedException(call.operationId(), null, "was interrupted", e);
        }
    }

    private HttpRequest request(Call call, String accept) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(call))
                .timeout(timeout)
                .header("Accept", accept)
                .method(call.method(), body(call));
        if (call.body() != null) {
            request.header("Content-Type", JSON);
        }
        return credentials.apply(request).build();
    }

    private URI uri(Call call) {
        String query = call.query().isEmpty() ? "" : "?" + call.query();
        return URI.create(host + call.path() + query);
    }

    private static BodyPublisher body(Call call) {
        return call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(Json.write(call.body()));
    }
}

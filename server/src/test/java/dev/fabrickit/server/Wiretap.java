package dev.fabrickit.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.huaweicloud.sdk.core.HttpListener;
import com.huaweicloud.sdk.core.exchange.ApiReference;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;

/** What the official SDK sends, and what it gets before it makes an object of it. */
final class Wiretap implements HttpListener {
    private final Set<String> succeeded = new TreeSet<>();
    private String sent = "";
    private String received = "";

    @Override
    public void preRequest(RequestListener request) {
        sent = request.body().orElse("");
    }

    @Override
    public void postResponse(ResponseListener response) {
        received = response.body().orElse("");
        if (response.statusCode() < 400) {
            ApiReference operation = response.exchange().getApiReference();
            succeeded.add(operation.getMethod() + " " + operation.getUri());
        }
    }

    /** The methods and path templates of the operations that succeeded, as the SDK knows them. */
    Set<String> succeeded() {
        return succeeded;
    }

    /** The body of the last request. */
    JsonNode sent() {
        return json(sent);
    }

    /** The body of the last answer. */
    JsonNode received() {
        return json(received);
    }

    static JsonNode json(String text) {
        try {
            return Sender.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

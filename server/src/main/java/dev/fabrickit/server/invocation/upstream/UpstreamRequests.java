package dev.fabrickit.server.invocation.upstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.server.invocation.engine.Chat;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.jspecify.annotations.Nullable;

/** Puts a request into the words of the other server: always for a stream with usage, and with the limit spelled out. */
final class UpstreamRequests {
    private final ObjectMapper json;
    private final UpstreamSettings settings;
    private final @Nullable String secret;

    UpstreamRequests(ObjectMapper json, UpstreamSettings settings, @Nullable String secret) {
        this.json = json;
        this.settings = settings;
        this.secret = secret;
    }

    HttpRequest of(Chat chat) {
        ObjectNode body = json.valueToTree(chat.request());
        body.put("stream", true).putObject("stream_options").put("include_usage", true);
        body.put("max_tokens", chat.limit()).remove("max_completion_tokens");
        if (settings.model() != null) {
            body.put("model", settings.model());
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.completions())
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString(body.toString()));
        return (secret == null ? request : request.header("Authorization", "Bearer " + secret)).build();
    }
}

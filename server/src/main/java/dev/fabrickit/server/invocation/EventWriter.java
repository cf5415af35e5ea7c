package dev.fabrickit.server.invocation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fabrickit.server.schema.ChatCompletionChunk;
import dev.fabrickit.server.schema.ChunkChoice;
import dev.fabrickit.server.schema.ErrorMessage;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes server-sent events: one {@code data:} line each, ended by LF, and a blank line. */
@Singleton
class EventWriter {
    private static final String END = "[DONE]";

    private final ObjectMapper json;

    EventWriter(ObjectMapper json) {
        // The tutorial's chunk shows its nulls.
        this.json = json.copy()
                .addMixIn(ChatCompletionChunk.class, WithNulls.class)
                .addMixIn(ChunkChoice.class, WithNulls.class);
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    private interface WithNulls {}

    byte[] chunk(ChatCompletionChunk chunk) {
        return event(write(chunk));
    }

    byte[] error(ErrorMessage error) {
        return event(write(error));
    }

    byte[] end() {
        return event(END);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] event(String data) {
        return ("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}

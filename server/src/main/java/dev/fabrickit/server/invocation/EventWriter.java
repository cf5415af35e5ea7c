package dev.fabrickit.server.invocation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.schema.ChatCompletionChunk;
import dev.fabrickit.server.schema.ChunkChoice;
import dev.fabrickit.server.schema.ErrorMessage;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes server-sent events: one {@code data:} line each, ended by LF, and a blank line. */
@Singleton
class EventWriter {
    private static final Logger LOG = LoggerFactory.getLogger(EventWriter.class);
    private static final byte[] END = event("[DONE]");
    private static final byte[] KEEP_ALIVE = ": keep-alive\n\n".getBytes(StandardCharsets.US_ASCII);

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

    /** What fails later than the status can say. */
    byte[] failure(Throwable problem) {
        if (problem instanceof Refusal refusal) {
            return event(write(refusal.asMessage()));
        }
        LOG.error("an answer failed on its way", problem);
        return event(write(
                new ErrorMessage().errorCode(ErrorCode.INTERNAL.code()).errorMsg("the answer failed on its way")));
    }

    /** Says nothing: whoever waits learns that the connection is alive. */
    byte[] comment() {
        return KEEP_ALIVE;
    }

    byte[] end() {
        return END;
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

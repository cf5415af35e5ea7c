package dev.fabrickit.server.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.server.schema.ErrorMessage;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;

/** Makes the events that a stream would not have by itself. */
@Singleton
class Events {
    private static final String DATA = "data: ";
    private static final String FILTERED = "content_filter";

    private final ObjectMapper json;

    Events(ObjectMapper json) {
        this.json = json;
    }

    /** The first events, and then, once more is asked for, something else. A stream that ends before stays as it is. */
    static Flux<byte[]> afterwards(Flux<byte[]> events, int first, Runnable struck, Supplier<Flux<byte[]>> something) {
        return Flux.defer(() -> {
            boolean[] ended = {false};
            return Flux.concat(events.doOnComplete(() -> ended[0] = true).take(first), Flux.defer(() -> {
                if (ended[0]) {
                    return Flux.empty();
                }
                struck.run();
                return something.get();
            }));
        });
    }

    static boolean isStream(MutableHttpResponse<?> answer) {
        return answer.getContentType()
                .filter(MediaType.TEXT_EVENT_STREAM_TYPE::equals)
                .isPresent();
    }

    byte[] error(String code, String message) {
        try {
            return event(
                    json.writeValueAsString(new ErrorMessage().errorCode(code).errorMsg(message)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last chunk of an answer that was found indecent, after one of its own. */
    byte[] filtered(byte[] chunk) {
        try {
            String data = new String(chunk, StandardCharsets.UTF_8).substring(DATA.length());
            ObjectNode last = (ObjectNode) json.readTree(data);
            for (var choice : (ArrayNode) last.get("choices")) {
                ((ObjectNode) choice).put("finish_reason", FILTERED).putObject("delta");
            }
            return event(json.writeValueAsString(last));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] end() {
        return event("[DONE]");
    }

    static byte[] event(String data) {
        return (DATA + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}

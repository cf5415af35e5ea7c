package dev.fabrickit.server.validation;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fabrickit.server.error.Refusal;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** Reads the JSON of bodies, for the controller to read it again: what was received stays in one buffer for both. */
@Singleton
class Bodies {
    /** In bytes: what is checked sooner than another thread is woken. */
    private static final int SMALL = 8192;

    private final ObjectMapper json;
    private final ExecutorService workers;

    Bodies(ObjectMapper json, @Named(TaskExecutors.BLOCKING) ExecutorService workers) {
        this.json = json;
        this.workers = workers;
    }

    /**
     * Reads a body and has it checked.
     *
     * @param check is given the value, a missing node when the body is empty or blank, and fails when it is wrong
     * @return fails as the check does, or with a refusal when the body is no JSON
     */
    CompletionStage<?> check(ServerHttpRequest<?> request, Consumer<JsonNode> check) {
        try (CloseableByteBody copy = request.byteBody().split(ByteBody.SplitBackpressureMode.FASTEST)) {
            Executor loop = eventLoop(request);
            boolean small = request.getContentLength() <= SMALL && request.getContentLength() >= 0;
            CompletionStage<?> checked =
                    copy.buffer().thenAcceptAsync(body -> check.accept(parse(body)), small ? loop : workers);
            return small ? checked : checked.whenCompleteAsync((nothing, failure) -> {}, loop);
        }
    }

    /**
     * Where a request must go on. On another thread, or in the callback of its buffer, its answer can close the buffer in the
     * middle of the buffer's own work.
     */
    private static Executor eventLoop(ServerHttpRequest<?> request) {
        return ((NettyHttpRequest<?>) request).getChannelHandlerContext().executor();
    }

    private JsonNode parse(CloseableAvailableByteBody body) {
        // Decoded here, as the parser takes other encodings too, and lets some broken bytes pass in names.
        try (Reader text = new InputStreamReader(body.toInputStream(), StandardCharsets.UTF_8.newDecoder())) {
            JsonNode value = json.readTree(text);
            requireWholeCharacters(value);
            return value;
        } catch (StreamConstraintsException e) {
            throw Refusal.unreadable("the body is nested too deeply, or a number or name in it is too long");
        } catch (JsonMappingException e) {
            throw Refusal.unreadable("the body must be one JSON value with nothing after it");
        } catch (JacksonException e) {
            throw Refusal.unreadable("the body is not valid JSON, or has one name twice in an object, at line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr());
        } catch (IOException e) {
            throw Refusal.unreadable("the body is not valid UTF-8");
        }
    }

    /** JSON can escape half a character, which no answer could give back. */
    private static void requireWholeCharacters(JsonNode value) {
        if (value.isTextual()) {
            requireWholeCharacters(value.textValue());
        }
        value.fieldNames().forEachRemaining(Bodies::requireWholeCharacters);
        value.forEach(Bodies::requireWholeCharacters);
    }

    private static void requireWholeCharacters(String text) {
        if (text.codePoints().anyMatch(Bodies::isHalf)) {
            throw Refusal.unreadable("the body has one half of a surrogate pair without the other");
        }
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}

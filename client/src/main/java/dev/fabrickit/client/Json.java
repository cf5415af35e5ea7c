package dev.fabrickit.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.fabrickit.client.schema.ChatCompletionChunk;
import dev.fabrickit.client.schema.DeployServiceInput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** JSON as the contract has it: what is not set is not sent, what is not known is kept or skipped. */
final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .defaultPropertyInclusion(JsonInclude.Value.empty().withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            // Answers may hold secrets, and what failed to parse would show in the message.
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private static final ObjectReader CHUNKS = MAPPER.readerFor(ChatCompletionChunk.class);

    private Json() {}

    static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the request cannot be written as JSON", e);
        }
    }

    static DeployServiceInput copy(DeployServiceInput value) {
        return MAPPER.convertValue(value, DeployServiceInput.class);
    }

    /** Null when the JSON is the literal null. */
    static <T> @Nullable T read(byte[] json, Class<T> type) throws IOException {
        return MAPPER.readValue(json, type);
    }

    /** The same as {@code read}, for what is read most. */
    static @Nullable ChatCompletionChunk readChunk(String json) throws IOException {
        return CHUNKS.readValue(json);
    }

    /** Null when the JSON is the literal null. */
    static <T> @Nullable T read(String json, Class<T> type) throws IOException {
        return MAPPER.readValue(json, type);
    }
}

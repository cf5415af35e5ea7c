package dev.fabrickit.conformance.contract;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the contract says of the events of a stream.
 *
 * @param data the name of the schema of their data
 * @param error the name of the schema of an error that ends the stream; null where a service is free
 * @param end the data of the last event; null where a service is free
 */
public record StreamPromise(
        String data, @Nullable String error, @Nullable String end) {
    public static final String MEDIA_TYPE = "text/event-stream";

    static StreamPromise of(Map<?, ?> extension) {
        return new StreamPromise(
                schema(extension.get("data")).orElseThrow(),
                schema(extension.get("error")).orElse(null),
                Optional.ofNullable(extension.get("end")).map(Object::toString).orElse(null));
    }

    private static Optional<String> schema(@Nullable Object reference) {
        return Optional.ofNullable(reference)
                .map(Object::toString)
                .map(path -> path.substring(path.lastIndexOf('/') + 1));
    }
}

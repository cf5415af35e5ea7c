package dev.fabrickit.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a service says went wrong. Besides the contract's form it knows that of IAM and of model servers, which nest
 * {@code code} and {@code message} in {@code error}.
 */
record ServiceError(
        @Nullable String code,
        @Nullable String message,
        @Nullable String solution) {
    static final ServiceError UNREADABLE = new ServiceError(null, null, null);

    static ServiceError of(JsonNode body, Secrets secrets) {
        JsonNode nested = body.path("error");
        return new ServiceError(
                text(body.path("error_code"), nested.path("code"), secrets),
                text(body.path("error_msg"), nested.path("message"), secrets),
                text(body.path("solution_msg"), nested.path("solution"), secrets));
    }

    private static @Nullable String text(JsonNode documented, JsonNode nested, Secrets secrets) {
        JsonNode told = documented.isValueNode() ? documented : nested;
        return told.isValueNode() && !told.isNull() ? secrets.mask(told.asText()) : null;
    }

    boolean isTold() {
        return code != null || message != null;
    }

    String inWords() {
        return isTold()
                ? Stream.of(code == null ? null : code + ":", message, solution)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "))
                : "without a readable error";
    }
}

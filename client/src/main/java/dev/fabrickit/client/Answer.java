package dev.fabrickit.client;

import dev.fabrickit.client.schema.ErrorMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came back for one call: its head, and its body as it arrives. */
record Answer(String operationId, HttpResponse<InputStream> response) {

    @Nullable
    String requestId() {
        return response.headers().firstValue("X-request-id").orElse(null);
    }

    boolean isSuccess() {
        return response.statusCode() / 100 == 2;
    }

    /** The media type without its parameters, empty when there is none. */
    String mediaType() {
        String type = response.headers().firstValue("Content-Type").orElse("");
        return type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    byte[] wholeBody() {
        try (InputStream body = response.body()) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw cut(e);
        }
    }

    <T> T read(Class<T> type) {
        byte[] body = wholeBody();
        try {
            T value = Json.read(body, type);
            if (value == null) {
                throw unreadable("was answered null where " + type.getSimpleName() + " is promised", null);
            }
            return value;
        } catch (IOException e) {
            throw unreadable("was answered what is no " + type.getSimpleName(), e);
        }
    }

    ErrorAnswerException asError() {
        byte[] body = wholeBody();
        ErrorMessage error;
        try {
            error = Json.read(body, ErrorMessage.class);
        } catch (IOException notTheDocumentedBody) {
            error = null;
        }
        return new ErrorAnswerException(
                operationId, requestId(), response.statusCode(), error == null ? new ErrorMessage() : error);
    }

    ConnectionFailedException cut(IOException cause) {
        return new ConnectionFailedException(operationId, requestId(), "lost its answer on the way", cause);
    }

    UnreadableAnswerException unreadable(String happened, @Nullable Exception cause) {
        return new UnreadableAnswerException(operationId, requestId(), happened, cause);
    }
}

package dev.fabrickit.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.client.api.Call;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came back for one call: its head, and its body as it arrives. */
record Answer(Call call, HttpResponse<ArrivingBody> response, Secrets secrets) {
    /** Requests may have 12 MB, and no answer of the contract comes near to that. */
    private static final int LARGEST = 32 * 1024 * 1024;

    @Nullable
    String requestId() {
        return response.headers().firstValue("X-request-id").map(secrets::mask).orElse(null);
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
        try (ArrivingBody body = response.body()) {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw unreadable("was answered more than " + LARGEST + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw cut(e);
        }
    }

    <T> T read(Class<T> type) {
        byte[] body = wholeBody();
        try {
            T value = Json.read(body, type);
            if (value == null) {
                throw unreadable("was answered null where " + type.getSimpleName() + " is promised");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw unreadable("was answered what is no " + type.getSimpleName() + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw cut(e);
        }
    }

    ErrorAnswerException asError(Instant now) {
        return new ErrorAnswerException(
                call, requestId(), response.statusCode(), serviceError(), RetryAfter.of(response.headers(), now));
    }

    private ServiceError serviceError() {
        try {
            JsonNode body = Json.read(wholeBody(), JsonNode.class);
            return body == null ? ServiceError.UNREADABLE : ServiceError.of(body, secrets);
        } catch (IOException | FabricException notTheDocumentedBody) {
            return ServiceError.UNREADABLE;
        }
    }

    ConnectionFailedException cut(IOException cause) {
        return new ConnectionFailedException(call, requestId(), "lost its answer on the way", cause);
    }

    UnreadableAnswerException unreadable(String happened) {
        return new UnreadableAnswerException(call, requestId(), secrets.mask(happened));
    }

    StreamFailedException failed(ServiceError error, String errorCode) {
        return new StreamFailedException(call, requestId(), error, errorCode);
    }
}

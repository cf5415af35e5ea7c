package dev.fabrickit.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.client.api.Call;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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

    /** The media type without its parameters and in the service's own letters, empty when there is none. */
    String mediaType() {
        return mediaTypeOf(response.headers());
    }

    static String mediaTypeOf(HttpHeaders headers) {
        return headers.firstValue("Content-Type")
                .orElse("")
                .replaceFirst(";.*", "")
                .strip();
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

    /** Reads a body that need not be there. Proxies and portals answer in the place of a service, but not in JSON. */
    void mustHaveNoBody() {
        byte[] body = wholeBody();
        if (!new String(body, StandardCharsets.UTF_8).isBlank()) {
            ServiceError error = serviceError(body);
            if (error == null) {
                throw unreadable("was answered \"" + mediaType() + "\" where no body is promised");
            } else if (error.isTold()) {
                throw asError(error, null);
            }
        }
    }

    /** The error that came where a stream was expected. */
    FabricException asNoStream() {
        boolean json = mediaType().equalsIgnoreCase(HttpCaller.JSON);
        ServiceError error = json ? serviceError(wholeBody()) : null;
        return error != null && error.isTold()
                ? asError(error, null)
                : unreadable("was answered \"" + mediaType() + "\" instead of a stream");
    }

    ErrorAnswerException asError(Instant now) {
        ServiceError error = null;
        try {
            error = serviceError(wholeBody());
        } catch (FabricException notAllOfIt) {
            // The status counts.
        }
        if (error == null || !error.isTold()) {
            error = response.headers()
                    .firstValue("Location")
                    .map(this::elsewhere)
                    .orElse(ServiceError.UNREADABLE);
        }
        return asError(error, RetryAfter.of(response.headers(), now));
    }

    private ErrorAnswerException asError(ServiceError error, @Nullable Duration retryAfter) {
        return new ErrorAnswerException(call, requestId(), response.statusCode(), error, retryAfter);
    }

    /** Without the query, which may be a signature. */
    private ServiceError elsewhere(String location) {
        return new ServiceError(null, "and sent to " + secrets.mask(location.replaceFirst("[?#].*", "")), null);
    }

    /** Null when the body is no JSON. */
    private @Nullable ServiceError serviceError(byte[] body) {
        try {
            JsonNode json = Json.read(body, JsonNode.class);
            return json == null ? ServiceError.UNREADABLE : ServiceError.of(json, secrets);
        } catch (IOException noJson) {
            return null;
        }
    }

    ConnectionFailedException cut(IOException cause) {
        return new ConnectionFailedException(call, requestId(), "lost its answer on the way", secrets.mask(cause));
    }

    UnreadableAnswerException unreadable(String happened) {
        return new UnreadableAnswerException(call, requestId(), secrets.mask(happened));
    }

    StreamFailedException failed(ServiceError error) {
        return new StreamFailedException(call, requestId(), error);
    }
}

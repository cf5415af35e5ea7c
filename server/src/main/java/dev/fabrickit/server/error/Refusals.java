package dev.fabrickit.server.error;

import dev.fabrickit.server.RequestIds;
import dev.fabrickit.server.schema.ErrorMessage;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Turns a refusal into its answer. */
@Singleton
class Refusals implements ExceptionHandler<Refusal, HttpResponse<ErrorMessage>> {
    private final RequestIds ids;

    Refusals(RequestIds ids) {
        this.ids = ids;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<ErrorMessage> handle(HttpRequest request, Refusal refusal) {
        MutableHttpResponse<ErrorMessage> answer =
                HttpResponse.<ErrorMessage>status(refusal.code().status()).body(Answers.body(refusal));
        if (refusal.retryAfter() != null) {
            // Whole seconds, rounded up: earlier makes no sense.
            answer.header(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(refusal.retryAfter().plusMillis(999).toSeconds()));
        }
        // A filter that refuses may stand outside of the one that gives ids.
        ids.add(answer);
        return answer;
    }
}

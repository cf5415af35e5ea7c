package dev.fabrickit.server.error;

import dev.fabrickit.server.schema.ErrorMessage;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Turns a refusal into its answer. */
@Singleton
class Refusals implements ExceptionHandler<Refusal, HttpResponse<ErrorMessage>> {
    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<ErrorMessage> handle(HttpRequest request, Refusal refusal) {
        return HttpResponse.<ErrorMessage>status(refusal.code().status()).body(Answers.body(refusal));
    }
}

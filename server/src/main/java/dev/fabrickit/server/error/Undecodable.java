package dev.fabrickit.server.error;

import dev.fabrickit.server.schema.ErrorMessage;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.handler.codec.compression.DecompressionException;
import jakarta.inject.Singleton;

/** Answers a body that is not compressed as its header says. */
@Singleton
class Undecodable implements ExceptionHandler<DecompressionException, HttpResponse<ErrorMessage>> {
    private final Refusals refusals;

    Undecodable(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<ErrorMessage> handle(HttpRequest request, DecompressionException problem) {
        return refusals.handle(
                request,
                Refusal.unreadable("the body is not what the header Content-Encoding or Transfer-Encoding says"));
    }
}

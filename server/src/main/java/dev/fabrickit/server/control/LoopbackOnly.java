package dev.fabrickit.server.control;

import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Whoever is not on this machine finds no control paths. */
@ServerFilter("/_fabrickit/**")
@Requires(property = Control.ENABLED, value = "true")
class LoopbackOnly {
    @RequestFilter
    void check(HttpRequest<?> request) {
        if (!request.getRemoteAddress().getAddress().isLoopbackAddress()) {
            throw new Refusal(ErrorCode.NO_PATH, "response status exception, code: 404");
        }
    }
}

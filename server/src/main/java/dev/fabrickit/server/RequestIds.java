package dev.fabrickit.server;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Clock;
import java.util.UUID;

/** Gives every answer its request id: a UUID, the time in milliseconds, and where it was answered. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class RequestIds {
    private final Clock clock;

    RequestIds(Clock clock) {
        this.clock = clock;
    }

    @ResponseFilter
    void add(MutableHttpResponse<?> response) {
        // The official SDK looks for exactly this spelling.
        response.header("X-request-id", UUID.randomUUID() + "-" + clock.millis() + "-fabrickit");
    }
}

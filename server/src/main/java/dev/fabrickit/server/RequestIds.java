package dev.fabrickit.server;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Clock;
import java.util.UUID;

/** Gives every answer its request id: a UUID, the time in milliseconds, and where it was answered. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
// Outside the filters of the framework, which may answer by themselves.
@Order(-50)
public class RequestIds {
    // The official SDK looks for exactly this spelling.
    private static final String NAME = "X-request-id";

    private final Clock clock;

    RequestIds(Clock clock) {
        this.clock = clock;
    }

    /** Also for answers to what is no request, which no filter sees. */
    @ResponseFilter
    public void add(MutableHttpResponse<?> response) {
        if (!response.getHeaders().contains(NAME)) {
            response.header(NAME, UUID.randomUUID() + "-" + clock.millis() + "-fabrickit");
        }
    }
}

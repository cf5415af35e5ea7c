package dev.fabrickit.server.fault;

import dev.fabrickit.server.RequestIds;
import dev.fabrickit.server.schema.ErrorMessage;
import dev.fabrickit.server.seam.Interference;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import reactor.core.publisher.Mono;

/** An error in place of an answer; nothing is done of what was asked. */
record StatusFault(int status, String errorCode, String errorMsg, long retryAfter, RequestIds ids)
        implements Interference {
    static final long NO_RETRY = -1;

    @Override
    public Mono<MutableHttpResponse<?>> request(HttpRequest<?> request) {
        MutableHttpResponse<?> answer = HttpResponse.status(status, "fault")
                .body(new ErrorMessage().errorCode(errorCode).errorMsg(errorMsg))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
        if (retryAfter != NO_RETRY) {
            answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter));
        }
        ids.add(answer);
        return Mono.just(answer);
    }
}

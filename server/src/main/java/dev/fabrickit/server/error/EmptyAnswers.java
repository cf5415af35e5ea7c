package dev.fabrickit.server.error;

import dev.fabrickit.server.schema.ErrorMessage;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Gives a body to errors that the HTTP layer answers without one, such as 403 for a page of another site. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
// Outside the filters of the framework, which may answer by themselves.
@Order(-50)
class EmptyAnswers {
    @ResponseFilter
    void explain(MutableHttpResponse<?> response) {
        if (response.code() >= 400 && response.body() == null) {
            response.body(new ErrorMessage()
                            .errorCode(ErrorCode.INVALID_REQUEST.code())
                            .errorMsg("response status exception, code: " + response.code()))
                    .contentType(MediaType.APPLICATION_JSON_TYPE);
        }
    }
}

package dev.fabrickit.server.error;

import dev.fabrickit.server.RequestIds;
import dev.fabrickit.server.schema.ErrorMessage;
import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Gives every error the documented form, whoever found it: this server, the validation of the contract, or the HTTP layer.
 * What the framework knows of Java never passes: only a refusal speaks for itself.
 */
@Singleton
@Primary
class Answers implements ErrorResponseProcessor<ErrorMessage> {
    private final RequestIds ids;
    private final LongHeads heads;

    Answers(RequestIds ids, LongHeads heads) {
        this.ids = ids;
        this.heads = heads;
    }

    @Override
    public MutableHttpResponse<ErrorMessage> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        Optional<Refusal> refusal = context.getRootCause()
                .filter(Refusal.class::isInstance)
                .map(Refusal.class::cast)
                .or(() -> heads.refusal(context.getRequest()));
        refusal.ifPresent(known -> response.status(known.code().status()));
        ErrorMessage message = refusal.map(Answers::body).orElseGet(() -> body(response.status(), context));
        MutableHttpResponse<ErrorMessage> answer = response.body(message).contentType(MediaType.APPLICATION_JSON_TYPE);
        ids.add(answer);
        return answer;
    }

    static ErrorMessage body(Refusal refusal) {
        return new ErrorMessage()
                .errorCode(refusal.code().code())
                .errorMsg(shorten(printable(refusal.getMessage())))
                .solutionMsg(refusal.solution());
    }

    private static ErrorMessage body(HttpStatus status, ErrorContext context) {
        if (status == HttpStatus.REQUEST_ENTITY_TOO_LARGE) {
            return new ErrorMessage().errorCode(ErrorCode.TOO_LARGE.code()).errorMsg("Request entity too large.");
        }
        if (status.getCode() >= 500) {
            return new ErrorMessage().errorCode(ErrorCode.INTERNAL.code()).errorMsg("internal error");
        }
        return new ErrorMessage()
                .errorCode(ErrorCode.INVALID_REQUEST.code())
                .errorMsg(shorten(message(status, context)));
    }

    private static String message(HttpStatus status, ErrorContext context) {
        return switch (status) {
            case BAD_REQUEST -> WireMessages.of(context.getRootCause().orElse(null));
            case METHOD_NOT_ALLOWED -> "the path does not take this method: see the header Allow";
            case NOT_ACCEPTABLE -> "the header Accept must allow application/json";
            case UNSUPPORTED_MEDIA_TYPE -> "the header Content-Type must be application/json";
            default -> "response status exception, code: " + status.getCode();
        };
    }

    /** What a caller sent may be part of it. */
    private static String printable(String message) {
        return message.replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    /** The contract allows 512 characters. */
    private static String shorten(String message) {
        return message.codePointCount(0, message.length()) <= 512
                ? message
                : message.substring(0, message.offsetByCodePoints(0, 511)) + "…";
    }
}

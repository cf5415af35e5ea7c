package dev.fabrickit.server.invocation.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;

/** Says in the words of this service what went wrong with the other server. */
final class UpstreamFailures {
    private static final int LONGEST = 300;
    private static final String LATER = "Try again later.";

    private UpstreamFailures() {}

    static Refusal unreadable() {
        return new Refusal(ErrorCode.UPSTREAM_FAILED, "the model's server sent an answer that is none");
    }

    static Refusal brokenOff() {
        return new Refusal(ErrorCode.UPSTREAM_FAILED, "the model's server broke its answer off", LATER);
    }

    static Refusal unreachable() {
        return new Refusal(ErrorCode.UPSTREAM_FAILED, "the model's server cannot be reached", LATER);
    }

    static Refusal silent() {
        return new Refusal(ErrorCode.UPSTREAM_FAILED, "the model's server took too long", LATER);
    }

    static Refusal busy() {
        return new Refusal(ErrorCode.UPSTREAM_BUSY, "the model's server has too many requests already", LATER);
    }

    /** Whether another attempt may go better. */
    static boolean isPassing(Throwable failure) {
        if (failure instanceof UpstreamAnswerException answer) {
            return answer.status() >= 502 && answer.status() <= 504;
        }
        return !(failure instanceof Refusal);
    }

    static Refusal of(Throwable failure, ObjectMapper json) {
        if (failure instanceof Refusal refusal) {
            return refusal;
        }
        return failure instanceof UpstreamAnswerException answer ? of(answer, json) : unreachable();
    }

    private static Refusal of(UpstreamAnswerException answer, ObjectMapper json) {
        return switch (answer.status()) {
            case 400, 404, 413, 422 ->
                new Refusal(
                        ErrorCode.UPSTREAM_REFUSED, "the model's server refused the request: " + reason(answer, json));
            case 429 -> busy();
            case 401, 403 ->
                new Refusal(ErrorCode.UPSTREAM_FAILED, "the model's server does not accept this stub's key");
            default -> new Refusal(ErrorCode.UPSTREAM_FAILED, "the model's server failed", LATER);
        };
    }

    private static String reason(UpstreamAnswerException answer, ObjectMapper json) {
        try {
            JsonNode read = json.readTree(answer.body());
            String message =
                    read.at("/error/message").asText(read.path("message").asText("no reason given"));
            return message.length() <= LONGEST ? message : message.substring(0, LONGEST);
        } catch (JsonProcessingException e) {
            return "no reason given";
        }
    }
}

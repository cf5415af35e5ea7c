package dev.fabrickit.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a control request, read field by field. What is wrong is refused with its field and what is allowed. */
record ControlBody(JsonNode json) {
    private static final Duration LONGEST = Duration.ofDays(3650);

    /** @param fields all that it may have */
    static ControlBody of(JsonNode json, String... fields) {
        List<String> known = List.of(fields);
        if (!json.isObject()) {
            throw refusal("the body must be an object with " + String.join(", ", known));
        }
        json.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                throw refusal(field + " is unknown; known are " + String.join(", ", known));
            }
        });
        return new ControlBody(json);
    }

    String oneOf(String field, Collection<String> choices) {
        String allowed = " must be one of " + String.join(", ", choices);
        require(field, allowed);
        String text = json.path(field).textValue();
        if (text == null || !choices.contains(text)) {
            throw refusal(field + allowed + ", not " + json.path(field));
        }
        return text;
    }

    /** Null when it is absent. */
    @Nullable
    String text(String field, int longest) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        String text = value.textValue();
        if (text == null || text.codePointCount(0, text.length()) > longest || text.indexOf('\0') >= 0) {
            throw refusal(field + " must be text of at most " + longest + " characters, without U+0000");
        }
        return text;
    }

    Duration duration(String field) {
        String allowed = " must be an ISO 8601 duration like PT1.5S, at most P3650D";
        require(field, allowed);
        try {
            Duration duration = Duration.parse(json.path(field).asText());
            if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            // Refused below, as what is out of range.
        }
        throw refusal(field + allowed + ", not " + json.path(field));
    }

    private void require(String field, String allowed) {
        if (!json.has(field)) {
            throw refusal(field + " is required; it" + allowed);
        }
    }

    private static Refusal refusal(String reason) {
        return new Refusal(ErrorCode.INVALID_REQUEST, reason);
    }
}

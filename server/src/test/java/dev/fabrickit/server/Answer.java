package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.server.error.ErrorCode;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.util.Set;

/** An answer as it was read from the wire. */
record Answer(int status, HttpHeaders headers, String body) {
    private static final Set<String> ERROR_FIELDS = Set.of("error_code", "error_msg", "solution_msg");

    /** Names of Java and of its libraries, stack traces, SQL. */
    static final String INSIDES =
            "(?s).*(java\\.|jakarta\\.|micronaut|fabrickit\\.|jackson|netty|Exception|\\bat [a-z]+\\.|SELECT|INSERT|UPDATE |DELETE FROM|jdbc|H2).*";

    JsonNode json() {
        try {
            return Sender.JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String field) {
        return json().required(field).textValue();
    }

    /** The id of what a request made. */
    String id() {
        assertThat(status).as(body).isBetween(200, 202);
        return text("id");
    }

    Answer mustBe(int expected) {
        assertThat(status).as(body).isEqualTo(expected);
        return this;
    }

    Answer mustBe(ErrorCode refusal) {
        return mustBeError(refusal.status().getCode(), refusal.code());
    }

    /** Holds the whole error to its documented form. */
    Answer mustBeError(int expected, String code) {
        mustBe(expected);
        assertThat(headers.allValues("Content-Type")).containsExactly("application/json");
        assertThat(headers.allValues("X-request-id")).hasSize(1);
        JsonNode error = json();
        assertThat(error.properties()).allSatisfy(field -> {
            assertThat(field.getKey()).isIn(ERROR_FIELDS);
            assertThat(field.getValue().isTextual()).as(field.getKey()).isTrue();
        });
        assertThat(text("error_code")).isEqualTo(code).hasSizeBetween(8, 36);
        assertThat(text("error_msg").codePoints().count()).isBetween(2L, 512L);
        assertThat(body).doesNotMatch(INSIDES);
        return this;
    }
}

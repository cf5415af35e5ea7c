package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every error that the contract documents, with the contract's own example of it. */
@Timeout(60)
class EveryStatusTest {
    private static final Map<Integer, String> EXAMPLES = Map.of(
            400, "error.400.noResource.json",
            401, "error.401.token.json",
            403, "error.403.token.json",
            404, "error.404.path.json",
            408, "error.408.timeout.json",
            413, "error.413.body.json",
            429, "error.429.queueFull.json",
            500, "error.500.internal.json",
            503, "error.503.down.json");

    record Documented(Promise promise, int status) {}

    static Stream<Documented> everyError() {
        return Promise.ofTheContract().stream()
                .flatMap(promise -> promise.operation().getResponses().keySet().stream()
                        .filter(status -> !status.startsWith("2"))
                        .map(status -> new Documented(promise, Integer.parseInt(status))));
    }

    @Test
    void everyDocumentedStatusHasAnExample() {
        assertThat(everyError()).hasSizeGreaterThan(100);
        assertThat(everyError().map(Documented::status)).containsAll(EXAMPLES.keySet());
        assertThat(EXAMPLES.keySet())
                .containsAll(everyError().map(Documented::status).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyError")
    void everyErrorIsToldWhole(Documented error) throws IOException {
        byte[] body = example(error.status);
        JsonNode said = Json.read(body, JsonNode.class);
        try (HandMadeService service =
                HandMadeService.thatAnswers(error.status, "application/json", new String(body))) {
            ErrorAnswerException told =
                    catchThrowableOfType(ErrorAnswerException.class, () -> Calls.make(error.promise, service.client()));

            assertThat(told.status()).isEqualTo(error.status);
            assertThat(told.operationId()).isEqualTo(error.promise.toString());
            assertThat(told.errorCode()).isEqualTo(said.get("error_code").asText());
            assertThat(told.errorMsg()).isEqualTo(said.get("error_msg").asText());
            assertThat(told.isMissing()).isEqualTo(error.status == 400 || error.status == 404);
            assertThat(told.requestId()).isEqualTo(HandMadeService.REQUEST_ID);
        }
    }

    private static byte[] example(int status) throws IOException {
        String path = "/dev/fabrickit/api/examples/" + EXAMPLES.get(status);
        try (InputStream example = EveryStatusTest.class.getResourceAsStream(path)) {
            return example.readAllBytes();
        }
    }
}

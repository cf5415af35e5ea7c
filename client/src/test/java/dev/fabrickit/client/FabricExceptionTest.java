package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fabrickit.client.schema.ChatCompletionRequest;
import dev.fabrickit.client.schema.CreateWorkspaceInput;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class FabricExceptionTest {
    private static final String JSON = "application/json";

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 408, 413, 429, 500, 503})
    void anErrorStatusTellsWhatTheServiceSaid(int status) {
        String body =
                "{\"error_code\":\"common.01000001\",\"error_msg\":\"too short\",\"solution_msg\":\"Send more.\"}";
        try (HandMadeService service = HandMadeService.thatAnswers(status, JSON, body)) {
            ErrorAnswerException error = errorOf(service);

            assertThat(error.status()).isEqualTo(status);
            assertThat(error.errorCode()).isEqualTo("common.01000001");
            assertThat(error.errorMsg()).isEqualTo("too short");
            assertThat(error.solutionMsg()).isEqualTo("Send more.");
            assertThat(error.requestId()).isEqualTo("request-7");
            assertThat(error.operationId()).isEqualTo("createWorkspace");
            assertThat(error)
                    .hasMessage("createWorkspace was answered " + status
                            + " common.01000001: too short Send more. (request id request-7)");
        }
    }

    @Test
    void anErrorBeforeTheStreamTellsTheSame() {
        String body = "{\"error_code\":\"common.01000001\",\"error_msg\":\"too short\"}";
        try (HandMadeService service = HandMadeService.thatAnswers(400, JSON, body)) {
            assertThatExceptionOfType(ErrorAnswerException.class)
                    .isThrownBy(() -> service.client().invokeModelService("w", "i", new ChatCompletionRequest()))
                    .withMessage(
                            "invokeModelService w/i was answered 400 common.01000001: too short (request id request-7)");
        }
    }

    @Test
    void theNumberThatTheTokenCheckSendsAsCodeIsRead() {
        String body = "{\"error_code\":403,\"error_msg\":\"no\",\"title\":\"Forbidden\",\"error\":{\"code\":\"403\"}}";
        try (HandMadeService service = HandMadeService.thatAnswers(403, JSON, body)) {
            assertThat(errorOf(service).errorCode()).isEqualTo("403");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "<html>Bad Gateway</html>", "{}"})
    void anErrorWithoutAReadableBodyStillTellsItsStatus(String body) {
        try (HandMadeService service = HandMadeService.thatAnswers(502, "text/html", body)) {
            ErrorAnswerException error = errorOf(service);

            assertThat(error.errorCode()).isNull();
            assertThat(error)
                    .hasMessage("createWorkspace was answered 502 without a readable error (request id request-7)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{\"id\":", "<html>", "{} {}"})
    void aGoodAnswerThatCannotBeReadIsUnreadable(String body) {
        try (HandMadeService service = HandMadeService.thatAnswers(200, JSON, body)) {
            assertThatExceptionOfType(UnreadableAnswerException.class)
                    .isThrownBy(() -> createWorkspace(service.client()))
                    .withMessageStartingWith("createWorkspace was answered ")
                    .withMessageEndingWith("(request id request-7)");
        }
    }

    @Test
    void aServiceThatIsNotThereIsNamed() {
        URI gone;
        try (HandMadeService service = HandMadeService.thatAnswers(200, JSON, "{}")) {
            gone = service.url();
        }

        assertThatExceptionOfType(ConnectionFailedException.class)
                .isThrownBy(() -> createWorkspace(FabricClient.builder()
                        .adminUrl(gone)
                        .retries(Retries.NONE)
                        .build()))
                .withMessage("createWorkspace got no answer from " + gone + ": ConnectException");
    }

    @Test
    void aServiceThatKeepsSilentTimesOut() {
        CountDownLatch answered = new CountDownLatch(1);
        try (HandMadeService service = HandMadeService.that(exchange -> waitFor(answered))) {
            FabricClient client = FabricClient.builder()
                    .adminUrl(service.url())
                    .requestTimeout(Duration.ofMillis(50))
                    .build();

            assertThatExceptionOfType(ConnectionFailedException.class)
                    .isThrownBy(() -> createWorkspace(client))
                    .withMessageContaining("timed out");
            answered.countDown();
        }
    }

    @Test
    void anInterruptedCallLeavesTheInterruptSet() {
        try (HandMadeService service = HandMadeService.thatAnswers(200, JSON, "{}")) {
            FabricClient client = service.client();
            Thread.currentThread().interrupt();

            assertThatExceptionOfType(ConnectionFailedException.class)
                    .isThrownBy(() -> createWorkspace(client))
                    .withMessageStartingWith("createWorkspace was interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void theTokenIsSentAndNeverTold() {
        try (HandMadeService service = HandMadeService.thatAnswers(401, JSON, "{}")) {
            StringWriter told = new StringWriter();
            errorOf(service).printStackTrace(new PrintWriter(told));

            assertThat(service.asked().headers().getFirst("X-Auth-Token")).isEqualTo(HandMadeService.TOKEN);
            assertThat(told.toString()).contains("createWorkspace").doesNotContain(HandMadeService.TOKEN);
            assertThat(service.client().toString()).doesNotContain(HandMadeService.TOKEN);
        }
    }

    @Test
    void aTokenThatNoHeaderCanHoldIsRefusedWithoutTellingIt() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> FabricClient.builder().token("secret\n"))
                .withMessageNotContaining("secret");
    }

    private static ErrorAnswerException errorOf(HandMadeService service) {
        return catchThrowableOfType(ErrorAnswerException.class, () -> createWorkspace(service.client()));
    }

    private static void createWorkspace(FabricClient client) {
        client.workspaces().createWorkspace(new CreateWorkspaceInput().name("apieworkspace"));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fabrickit.client.wrong.RawServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service says back of a secret shows nowhere. */
@Timeout(30)
class RepeatedSecretsTest {
    private static final String TOKEN = "Token-Of-The-Test";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 " + TOKEN + "\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: " + TOKEN + "\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Type: " + TOKEN + "\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 307 Elsewhere\r\nLocation: http://h/" + TOKEN + "\r\nContent-Length: 0\r\n\r\n"
            })
    void whereverItStandsInTheAnswer(String answer) {
        try (RawServer server = new RawServer(wire -> {
                    wire.request();
                    wire.send(answer);
                });
                FabricClient client = FabricClient.builder()
                        .adminUrl(server.uri())
                        .token(TOKEN)
                        .retries(Retries.NONE)
                        .build()) {
            assertThat(wholly(() -> client.invokeModelService("w", "i", Streams.hello())))
                    .contains("invokeModelService w/i")
                    .doesNotContainIgnoringCase(TOKEN);
        }
    }

    @Test
    void inTheReasonOfAFailedState() {
        String failed = "{\"status\":\"CREATE_FAILED\",\"error_msg\":\"unknown: " + HandMadeService.TOKEN + "\"}";
        try (HandMadeService service = HandMadeService.thatAnswers(200, "application/json", failed)) {
            FailedStateException told = catchThrowableOfType(
                    FailedStateException.class,
                    () -> service.client().waiting().awaitRunningEndpoint("w", "e", Duration.ofSeconds(1)));

            assertThat(told.errorMsg()).isEqualTo("unknown: ***");
            assertThat(told).hasMessageEndingWith("CREATE_FAILED: unknown: ***");
        }
    }

    @Test
    void whenItIsATokenThatWasReplaced() {
        AtomicInteger issued = new AtomicInteger();
        Replies replies = new Replies().then(401, Map.of(), "{\"error_msg\":\"not token-1\",\"error_code\":\"1\"}");
        try (HandMadeService service = HandMadeService.that(replies)) {
            FabricClient client = service.builder()
                    .credentials(Credentials.tokens(() -> new IssuedToken(
                            "token-" + issued.incrementAndGet(), SteppedTime.BEGIN.plusSeconds(86_400))))
                    .time(new SteppedTime())
                    .build();
            ErrorAnswerException told = catchThrowableOfType(
                    ErrorAnswerException.class, () -> client.workspaces().listWorkspaces());

            assertThat(service.asked().headers().getFirst("X-Auth-Token")).isEqualTo("token-2");
            assertThat(told.errorMsg()).isEqualTo("not ***");
        }
    }

    @Test
    void anEmptySecretIsNowhere() {
        assertThat(new Secrets(List.of("", "a", "ab")).mask("cab")).isEqualTo("c***");
    }

    private static String wholly(ThrowingCallable call) {
        StringWriter text = new StringWriter();
        catchThrowableOfType(FabricException.class, call).printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}

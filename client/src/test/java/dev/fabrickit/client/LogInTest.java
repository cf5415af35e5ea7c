package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often IAM is asked for a token that it does not give. */
@Timeout(30)
class LogInTest {
    private static final String REFUSED = "{\"error\":{\"code\":401,\"message\":\"wrong\"}}";

    private final SteppedTime time = new SteppedTime();

    @Test
    void aBusyIamIsAskedAsOftenAsAnyCallIsMade() {
        try (HandMadeService iam = HandMadeService.that(new Replies().then(429))) {
            assertThat(failureOf(client(iam)).status()).isEqualTo(429);
            assertThat(iam.everythingAsked()).hasSize(4);
        }
    }

    @Test
    void aWrongPasswordIsNotSentAgainForFiveMinutes() {
        try (HandMadeService iam = HandMadeService.that(new Replies().then(401, Map.of(), REFUSED))) {
            FabricClient client = client(iam);

            assertThat(Stream.generate(() -> failureOf(client)).limit(20))
                    .doesNotHaveDuplicates()
                    .allSatisfy(e -> assertThat(e.errorMsg()).isEqualTo("wrong"))
                    .allSatisfy(e -> assertThat(e).hasMessageContaining("was answered 401 401: wrong"));
            assertThat(iam.everythingAsked()).hasSize(1);
            time.advance(Duration.ofMinutes(5));
            failureOf(client);
            assertThat(iam.everythingAsked()).hasSize(2);
        }
    }

    @Test
    void afterAnotherFailureTheNextCallLogsInAnew() {
        try (HandMadeService iam = HandMadeService.that(new Replies().then(500))) {
            FabricClient client = client(iam);
            failureOf(client);
            failureOf(client);

            assertThat(iam.everythingAsked()).hasSize(2);
        }
    }

    private static ErrorAnswerException failureOf(FabricClient client) {
        return catchThrowableOfType(
                ErrorAnswerException.class, () -> client.workspaces().listWorkspaces());
    }

    private FabricClient client(HandMadeService iam) {
        return iam.builder()
                .credentials(Credentials.password("acme", "Alice", "wrong-password"))
                .iamUrl(iam.url())
                .project("p")
                .retries(Retries.USUAL)
                .time(time)
                .build();
    }
}

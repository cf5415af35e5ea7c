package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fabrickit.client.schema.ChatCompletionRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CallListenerTest {
    private final List<CallReport> reports = new ArrayList<>();

    @Test
    void everyAttemptIsReported() {
        try (HandMadeService service =
                HandMadeService.that(new Replies().then(503).then(200))) {
            client(service).workspaces().listWorkspaces();
        }

        assertThat(reports).extracting(CallReport::attempt).containsExactly(1, 2);
        assertThat(reports).extracting(CallReport::status).containsExactly(503, 200);
        assertThat(reports).extracting(CallReport::requestId).containsOnly(HandMadeService.REQUEST_ID);
        assertThat(reports.get(0).failure()).isInstanceOf(ErrorAnswerException.class);
        assertThat(reports.get(1).failure()).isNull();
        assertThat(reports.get(1).operationId()).isEqualTo("listWorkspaces");
        assertThat(reports.get(1).toString())
                .matches("GET http://127\\.0\\.0\\.1:\\d+/v1/workspaces attempt 2, \\d+ ms:"
                        + " listWorkspaces was answered 200");
    }

    @Test
    void anAttemptWithoutAnAnswerHasNoStatus() {
        HandMadeService gone = HandMadeService.that(new Replies().then(200));
        FabricClient client = client(gone);
        gone.close();

        assertThatExceptionOfType(ConnectionFailedException.class)
                .isThrownBy(() -> client.invokeModelService("w", "i", new ChatCompletionRequest()));
        assertThat(reports).hasSize(4).extracting(CallReport::status).containsOnlyNulls();
    }

    @Test
    void credentialsAreMasked() {
        try (HandMadeService service = HandMadeService.that(new Replies().then(200))) {
            client(service).health().showHealth();
            service.builder()
                    .credentials(Credentials.temporaryAccessKey("AK", "secret-key", "security-token"))
                    .listener(reports::add)
                    .build()
                    .health()
                    .showHealth();

            assertThat(service.everythingAsked().get(1).headers().getFirst("Authorization"))
                    .startsWith(
                            "SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-sdk-date;x-security-token, Signature=");
        }
        assertThat(reports.get(0).headers()).containsEntry("x-auth-token", "***");
        assertThat(reports.get(1).headers())
                .containsEntry("authorization", "***")
                .containsEntry("x-security-token", "***")
                .containsKey("x-sdk-date");
        assertThat(reports.toString()).doesNotContain(HandMadeService.TOKEN, "secret-key", "security-token=");
    }

    @Test
    void aListenerThatFailsHarmsNoCall() {
        try (HandMadeService service = HandMadeService.that(new Replies().then(200, Map.of(), "{\"total\":7}"))) {
            FabricClient client = service.builder()
                    .listener(report -> {
                        throw new IllegalStateException("the disk is full");
                    })
                    .build();

            assertThat(client.workspaces().listWorkspaces().getTotal()).isEqualTo(7);
        }
    }

    private FabricClient client(HandMadeService service) {
        return service.builder()
                .retries(Retries.USUAL)
                .time(new SteppedTime())
                .listener(reports::add)
                .build();
    }
}

package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.fabrickit.client.schema.ChatCompletionRequest;
import dev.fabrickit.client.schema.ChatMessage;
import dev.fabrickit.client.schema.DeployServiceInput;
import dev.fabrickit.server.Stub;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ProcedureTest {
    private static final Stub STUB = Stub.start();

    private final List<CallReport> reports = new ArrayList<>();
    private final FabricClient client = FabricClient.builder()
            .adminUrl(STUB.uri())
            .token(Stub.DEVELOPMENT_TOKEN)
            .listener(reports::add)
            .build();

    @AfterEach
    void nothingIsLeft() {
        assertThat(client.workspaces().listWorkspaces().getTotal()).isZero();
        client.close();
    }

    @AfterAll
    static void stop() {
        STUB.close();
    }

    @Test
    void theFiveStepsAreTakenAndTakenBackInReverse() {
        Set<String> statuses = new HashSet<>();
        Procedure procedure = new Procedure().reporting(seen -> statuses.add(seen.status()));
        try (Deployment deployment = procedure.walk(client, hello())) {
            assertThat(deployment.answer().joinedText()).contains("hello");
            assertThat(deployment.ask("And again?")).contains("And again?");
            try (ChunkStream answer = deployment.invoke(hello())) {
                assertThat(answer.completion().getChoices()).hasSize(1);
            }
            assertThat(client.endpoints()
                            .showEndpoint(deployment.workspaceId(), deployment.endpointId())
                            .getName())
                    .isEqualTo("apie_test");
            assertThat(client.models()
                            .listModelVersions(deployment.workspaceId(), deployment.modelId())
                            .getTotal())
                    .isEqualTo(1);
        }

        assertThat(statuses).contains("CREATING", "RUNNING", "DELETED");
        assertThat(changes())
                .containsExactly(
                        "createWorkspace",
                        "createEndpoint",
                        "createModelDefinition",
                        "deployServiceInstance",
                        "invokeModelService",
                        "invokeModelService",
                        "invokeModelService",
                        "deleteServiceInstance",
                        "cleanupModel",
                        "deleteEndpoint",
                        "deleteWorkspace");
    }

    @Test
    void whenAStepFailsWhatWasMadeIsTakenBack() {
        Procedure procedure = new Procedure().service(new DeployServiceInput().name("!"));

        assertThatExceptionOfType(ErrorAnswerException.class)
                .isThrownBy(() -> procedure.walk(client, hello()))
                .satisfies(e -> assertThat(e.operationId()).isEqualTo("deployServiceInstance"))
                .satisfies(e -> assertThat(e).hasNoSuppressedExceptions());
        assertThat(changes()).endsWith("deployServiceInstance", "cleanupModel", "deleteEndpoint", "deleteWorkspace");
    }

    @Test
    void whatSomebodyElseDeletedIsPassedOver() {
        try (Deployment deployment = new Procedure().walk(client, hello())) {
            deployment.answer().close();
            client.inferenceServices().deleteServiceInstance(deployment.workspaceId(), deployment.instanceId());
            client.waiting()
                    .awaitGoneService(deployment.workspaceId(), deployment.instanceId(), Duration.ofSeconds(30));
        }

        assertThat(changes()).endsWith("deleteServiceInstance", "cleanupModel", "deleteEndpoint", "deleteWorkspace");
    }

    @Test
    void whatCannotBeTakenBackIsTold() {
        try (HandMadeService service = HandMadeService.that(new Clinging())) {
            FabricClient patient = service.builder().time(new SteppedTime()).build();
            Deployment deployment =
                    new Procedure().goneTimeout(Duration.ofHours(1)).walk(patient, hello());

            assertThatExceptionOfType(WaitTimedOutException.class)
                    .isThrownBy(deployment::close)
                    .withMessage("showEndpoint the-id/the-id still found it DELETING after PT1H")
                    .satisfies(e -> assertThat(e.getSuppressed())
                            .singleElement()
                            .isInstanceOf(ErrorAnswerException.class)
                            .hasToString(ErrorAnswerException.class.getName()
                                    + ": deleteWorkspace the-id was answered 409 without a readable error"
                                    + " (request id request-7)"));
        }
    }

    @Test
    void theStepThatFailedIsToldBeforeWhatCouldNotBeTakenBack() {
        Clinging clinging = new Clinging();
        clinging.speechless = true;
        try (HandMadeService service = HandMadeService.that(clinging)) {
            FabricClient patient = service.builder().time(new SteppedTime()).build();
            Procedure quick = new Procedure().goneTimeout(Duration.ofMinutes(1));

            assertThatExceptionOfType(ErrorAnswerException.class)
                    .isThrownBy(() -> quick.walk(patient, hello()))
                    .satisfies(e -> assertThat(e.operationId()).isEqualTo("invokeModelService"))
                    .satisfies(e ->
                            assertThat(e.getSuppressed()).singleElement().isInstanceOf(WaitTimedOutException.class));
        }
    }

    @Test
    void closingOnceMoreTriesAgainWhatFailed() {
        Clinging clinging = new Clinging();
        try (HandMadeService service = HandMadeService.that(clinging)) {
            FabricClient patient = service.builder().time(new SteppedTime()).build();
            Deployment deployment =
                    new Procedure().goneTimeout(Duration.ofMinutes(1)).walk(patient, hello());
            assertThatExceptionOfType(WaitTimedOutException.class).isThrownBy(deployment::close);
            int before = service.everythingAsked().size();
            clinging.lettingGo = true;

            deployment.close();
            deployment.close();

            assertThat(service.everythingAsked().stream().skip(before))
                    .extracting(asked -> asked.method() + " " + asked.uri())
                    .containsExactly("GET /v1/workspaces/the-id/endpoints/the-id", "DELETE /v1/workspaces/the-id");
        }
    }

    @Test
    void aRequestThatCannotBeSentIsRefusedBeforeAnythingIsMade() {
        Procedure procedure = new Procedure();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> procedure.walk(client, hello().stream(false)))
                .withMessageContaining("stream");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> procedure.walk(client, new ChatCompletionRequest()))
                .withMessageContaining("messages");
        assertThatNullPointerException()
                .isThrownBy(() -> procedure.walk(client, null))
                .withMessage("request");
        assertThat(reports).isEmpty();
    }

    /** Does everything that it is asked, but its endpoint does not go, and so its workspace does not either. */
    private static final class Clinging implements HttpHandler {
        private volatile boolean deleted;
        private volatile boolean lettingGo;
        private volatile boolean speechless;

        @Override
        public void handle(HttpExchange exchange) throws IOException {
            String path = exchange.getRequestURI().getPath();
            boolean delete = exchange.getRequestMethod().equals("DELETE");
            deleted |= delete;
            boolean service = path.endsWith("/instances/the-id");
            if (path.endsWith("/invocations") && speechless) {
                exchange.sendResponseHeaders(400, -1);
            } else if (path.endsWith("/invocations")) {
                exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
                exchange.sendResponseHeaders(200, -1);
            } else if (delete && path.endsWith("/workspaces/the-id")) {
                exchange.sendResponseHeaders(lettingGo ? 204 : 409, -1);
            } else if (!delete && deleted && (service || lettingGo)) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                String body = "{\"id\":\"the-id\",\"status\":\"" + (deleted ? "DELETING" : "RUNNING") + "\"}";
                exchange.sendResponseHeaders(200, body.length());
                exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private List<String> changes() {
        return reports.stream()
                .filter(report -> !report.method().equals("GET"))
                .map(CallReport::operationId)
                .toList();
    }

    private static ChatCompletionRequest hello() {
        return new ChatCompletionRequest()
                .addMessagesItem(
                        new ChatMessage().role(ChatMessage.RoleEnum.USER).content("hello"));
    }
}

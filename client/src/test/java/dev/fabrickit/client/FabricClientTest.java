package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fabrickit.client.schema.ChatCompletionRequest;
import dev.fabrickit.client.schema.UpdateWorkspaceInput;
import dev.fabrickit.client.schema.Workspace;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FabricClientTest {
    private static final String JSON = "application/json";

    @Test
    void whatRunsServicesIsAskedOfTheEpHostAndTheRestOfTheAdminHost() {
        try (HandMadeService admin = HandMadeService.thatAnswers(200, JSON, "{\"name\":\"admin\"}");
                HandMadeService ep = HandMadeService.thatAnswers(200, JSON, "{\"name\":\"ep\"}")) {
            FabricClient client =
                    FabricClient.builder().adminUrl(admin.url()).epUrl(ep.url()).build();

            assertThat(client.endpoints().showEndpoint("w", "e").getName()).isEqualTo("admin");
            assertThat(client.inferenceServices()
                            .showServiceInstanceDetail("w", "i")
                            .getName())
                    .isEqualTo("ep");
        }
    }

    @Test
    void aPrefixOfTheHostStandsBeforeEveryPath() {
        try (HandMadeService service = HandMadeService.thatAnswers(200, JSON, "{}")) {
            FabricClient.builder()
                    .adminUrl(URI.create(service.url() + "/fabric/"))
                    .build()
                    .health()
                    .showHealth();

            assertThat(service.asked().uri()).hasToString("/fabric/healthcheck");
        }
    }

    @Test
    void valuesAreEncodedForTheirPlace() {
        try (HandMadeService service = HandMadeService.thatAnswers(200, JSON, "{}")) {
            service.client().catalogue().listSpecs("a b/c+d*~&=你", List.of("MU", "APU"), null, 5, null);

            assertThat(service.asked().uri().getRawQuery())
                    .isEqualTo("spec_code=a%20b%2Fc%2Bd%2A~%26%3D%E4%BD%A0&spec_types=MU&spec_types=APU&limit=5");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void anIdThatWouldLeadToAnotherPathIsRefused(String id) {
        try (HandMadeService service = HandMadeService.thatAnswers(200, JSON, "")) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> service.client().workspaces().deleteWorkspace(id))
                    .withMessageContaining("workspace_id");
        }
    }

    @Test
    void unknownFieldsAndNullsAreSurvived() {
        String answer = "{\"id\":\"w\",\"name\":\"n\",\"description\":null,\"new\":{\"deep\":[1]}}";
        try (HandMadeService service = HandMadeService.thatAnswers(200, JSON, answer)) {
            Workspace workspace = service.client().workspaces().updateWorkspace("w", changes());

            assertThat(workspace.getName()).isEqualTo("n");
            assertThat(workspace.getDescription()).isNull();
        }
    }

    @Test
    void unknownEnumValuesAreSurvived() {
        String endpoint = "{\"id\":\"e\",\"type\":\"quantum\",\"status\":\"DREAMING\"}";
        try (HandMadeService service = HandMadeService.thatAnswers(200, JSON, endpoint)) {
            assertThat(service.client().endpoints().showEndpoint("w", "e").getStatus())
                    .isEqualTo("DREAMING");
        }
        String chunk =
                "data: {\"id\":\"c\",\"object\":\"chat.dream\",\"choices\":[{\"index\":0,\"finish_reason\":\"woken\"}]}";
        try (HandMadeService service = HandMadeService.thatAnswers(200, "text/event-stream", chunk + "\n\n");
                ChunkStream answer = service.client().invokeModelService("w", "i", new ChatCompletionRequest())) {
            assertThat(answer.iterator().next().getChoices().get(0).getFinishReason())
                    .isEqualTo("woken");
        }
    }

    @Test
    void whatIsNotSetIsNotSent() {
        try (HandMadeService service = HandMadeService.thatAnswers(200, JSON, "{}")) {
            service.client().workspaces().updateWorkspace("w", changes());

            assertThat(service.asked().body()).isEqualTo("{\"description\":\"\"}");
        }
    }

    @Test
    void unknownFieldsCanBeSent() {
        try (HandMadeService service = HandMadeService.thatAnswers(200, JSON, "{}")) {
            service.client().workspaces().updateWorkspace("w", changes().putUnknownField("new", List.of(1)));

            assertThat(service.asked().body()).isEqualTo("{\"description\":\"\",\"new\":[1]}");
        }
    }

    @Test
    void aClientNeedsAnAdminHost() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> FabricClient.builder().build())
                .withMessageContaining("adminUrl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8080",
                "ftp://host",
                "http:///path",
                "https://user:secret@host",
                "http://h?a=b",
                "http://h/#x"
            })
    void aHostThatIsNoneIsRefused(String url) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> FabricClient.builder().adminUrl(URI.create(url)))
                .withMessageNotContaining("secret");
    }

    private static UpdateWorkspaceInput changes() {
        return new UpdateWorkspaceInput().description("");
    }
}

package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fabrickit.client.schema.ChatCompletionRequest;
import dev.fabrickit.client.schema.ChatMessage;
import dev.fabrickit.client.schema.CreateEndpointInput;
import dev.fabrickit.client.schema.CreateModelInput;
import dev.fabrickit.client.schema.CreateWorkspaceInput;
import dev.fabrickit.client.schema.DeployServiceInput;
import dev.fabrickit.client.schema.EndpointType;
import dev.fabrickit.client.schema.EndpointUnits;
import dev.fabrickit.client.schema.LlmModelConfig;
import dev.fabrickit.client.schema.ModelConfigInput;
import dev.fabrickit.client.schema.ModelVersionInput;
import dev.fabrickit.client.schema.ReservedResource;
import dev.fabrickit.client.schema.SourceRef;
import dev.fabrickit.server.Stub;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Walks the tutorial's five steps, with its own bodies, and takes everything down again. */
class FiveStepsTest {

    @Test
    void theFiveStepsEndWithAStreamedAnswer() {
        try (Stub stub = Stub.start()) {
            walk(FabricClient.builder()
                    .adminUrl(stub.uri())
                    .token(Stub.DEVELOPMENT_TOKEN)
                    .build());
        }
    }

    private static void walk(FabricClient client) {
        String workspace = client.workspaces()
                .createWorkspace(
                        new CreateWorkspaceInput().name("apieworkspace").description("apie test workspace"))
                .getId();
        String endpoint = client.endpoints()
                .createEndpoint(
                        workspace,
                        new CreateEndpointInput()
                                .name("apie_test")
                                .description("apie test endpoint")
                                .type(EndpointType.INFERENCE)
                                .reservedResource(new ReservedResource()
                                        .mu(new EndpointUnits()
                                                .specCode("mu.llama3.8b")
                                                .min(0)
                                                .max(1))))
                .getId();
        String model = client.models()
                .createModelDefinition(
                        workspace,
                        new CreateModelInput()
                                .name("LLama3-8b")
                                .description("this is a apie test model")
                                .type(CreateModelInput.TypeEnum.LLM_MODEL)
                                .version(new ModelVersionInput()
                                        .name("v1")
                                        .description("test description")
                                        .config(new ModelConfigInput()
                                                .llmModelConfig(new LlmModelConfig()
                                                        .baseModelType("")
                                                        .modelPath("")))))
                .getId();
        await().untilAsserted(() -> assertThat(
                        client.endpoints().showEndpoint(workspace, endpoint).getStatus())
                .isEqualTo("RUNNING"));
        String service = client.inferenceServices()
                .deployServiceInstance(
                        workspace,
                        new DeployServiceInput()
                                .source(new SourceRef().id(model))
                                .name("test_serviceInstanceName")
                                .description("description")
                                .endpointId(endpoint))
                .getId();
        await().untilAsserted(() -> assertThat(client.inferenceServices()
                        .showServiceInstanceDetail(workspace, service)
                        .getStatus())
                .isEqualTo("RUNNING"));

        List<String> texts = new ArrayList<>();
        ChatCompletionRequest hello = new ChatCompletionRequest()
                .addMessagesItem(
                        new ChatMessage().role(ChatMessage.RoleEnum.USER).content("hello"));
        try (ChunkStream answer = client.invokeModelService(workspace, service, hello)) {
            answer.texts().peek(System.out::print).forEach(texts::add);
        }
        System.out.println();
        assertThat(texts).hasSizeGreaterThan(5);
        assertThat(String.join("", texts)).contains("hello");

        client.inferenceServices().deleteServiceInstance(workspace, service);
        awaitGone(() -> client.inferenceServices().showServiceInstanceDetail(workspace, service));
        client.models().cleanupModel(workspace, model);
        client.endpoints().deleteEndpoint(workspace, endpoint);
        awaitGone(() -> client.endpoints().showEndpoint(workspace, endpoint));
        client.workspaces().deleteWorkspace(workspace);
        assertThat(client.workspaces().listWorkspaces().getTotal()).isZero();
    }

    private static void awaitGone(Runnable show) {
        await().until(() -> {
            try {
                show.run();
                return false;
            } catch (ErrorAnswerException e) {
                return "dataartsfabric.00010009".equals(e.errorCode());
            }
        });
    }
}

package dev.fabrickit.client;

import dev.fabrickit.client.Deployment.Ids;
import dev.fabrickit.client.api.Call;
import dev.fabrickit.client.schema.ChatCompletionRequest;
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
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The five steps of the tutorial in one call: for a first try, a smoke test or an evaluation. Not for what shall stay: there
 * make each resource once, and keep its id.
 *
 * <pre>{@code
 * try (Deployment deployment = new Procedure().walk(client, request)) {
 *     deployment.answer().texts().forEach(System.out::print);
 * }
 * }</pre>
 *
 * <p>Without more it sends what the tutorial prints. Units of an endpoint and tokens of a request may cost money. Source: the
 * tutorial, steps 1 to 5. One instance is for one thread.
 */
public final class Procedure {
    private CreateWorkspaceInput workspace =
            new CreateWorkspaceInput().name("apieworkspace").description("apie test workspace");
    private CreateEndpointInput endpoint = new CreateEndpointInput()
            .name("apie_test")
            .description("apie test endpoint")
            .type(EndpointType.INFERENCE)
            .reservedResource(new ReservedResource()
                    .mu(new EndpointUnits().specCode("mu.llama3.8b").min(0).max(1)));
    private CreateModelInput model = new CreateModelInput()
            .name("LLama3-8b")
            .description("this is a apie test model")
            .type(CreateModelInput.TypeEnum.LLM_MODEL)
            .version(new ModelVersionInput()
                    .name("v1")
                    .description("test description")
                    .config(new ModelConfigInput()
                            .llmModelConfig(
                                    new LlmModelConfig().baseModelType("").modelPath(""))));
    private DeployServiceInput service =
            new DeployServiceInput().name("test_serviceInstanceName").description("description");
    private Duration readyTimeout = Duration.ofMinutes(30);
    private Duration goneTimeout = Duration.ofMinutes(30);
    private Consumer<Progress> progress = seen -> {};

    /** The workspace to create in step 1. */
    public Procedure workspace(CreateWorkspaceInput input) {
        this.workspace = Objects.requireNonNull(input, "workspace");
        return this;
    }

    /** The endpoint to create in step 2. Its units are what costs. */
    public Procedure endpoint(CreateEndpointInput input) {
        this.endpoint = Objects.requireNonNull(input, "endpoint");
        return this;
    }

    /** The model to create in step 3. */
    public Procedure model(CreateModelInput input) {
        this.model = Objects.requireNonNull(input, "model");
        return this;
    }

    /** The inference service to deploy in step 4. Its {@code source} and {@code endpoint_id} are filled in. */
    public Procedure service(DeployServiceInput input) {
        this.service = Objects.requireNonNull(input, "service");
        return this;
    }

    /** How long the endpoint, then the service, may take to be RUNNING. 30 minutes when it is not set. */
    public Procedure readyTimeout(Duration timeout) {
        this.readyTimeout = Objects.requireNonNull(timeout, "readyTimeout");
        return this;
    }

    /** How long the service, then the endpoint, may take to go when they are deleted. 30 minutes when it is not set. */
    public Procedure goneTimeout(Duration timeout) {
        this.goneTimeout = Objects.requireNonNull(timeout, "goneTimeout");
        return this;
    }

    /**
     * Who is told how the waiting goes. What he throws while a step is waited for ends the walk, and what was made is deleted
     * again; what he throws while it is deleted is only logged.
     */
    public Procedure reporting(Consumer<Progress> progress) {
        this.progress = Objects.requireNonNull(progress, "progress");
        return this;
    }

    /**
     * Takes the five steps. When one fails, what was made is deleted again before this throws, also when the thread was
     * interrupted; what could not be deleted is told by the suppressed exceptions. Of a creation whose answer was lost on the
     * way nobody knows the id: look into the lists after a {@link ConnectionFailedException}.
     *
     * @param request the chat of step 5
     * @return what was made, to be closed by the caller
     * @throws IllegalArgumentException when the request has no messages, or asks for a whole answer instead of a stream;
     *     nothing was made then
     * @throws FabricException of the step that failed
     */
    public Deployment walk(FabricClient client, ChatCompletionRequest request) {
        Objects.requireNonNull(client, "client");
        FabricClient.mustAskForAStream(request);
        if (request.getMessages() == null || request.getMessages().isEmpty()) {
            throw new IllegalArgumentException("the request must have messages: add at least one to it");
        }
        Cleanup cleanup = new Cleanup();
        try {
            return walk(client, request, cleanup);
        } catch (RuntimeException | Error e) {
            cleanup.closeAfter(e);
            throw e;
        }
    }

    private Deployment walk(FabricClient client, ChatCompletionRequest request, Cleanup cleanup) {
        Waiting waiting = client.waiting().reporting(progress);
        Waiting leaving = client.waiting().reporting(new Unfailing(progress));
        String workspaceId = id(
                "createWorkspace",
                client.workspaces().createWorkspace(workspace).getId());
        cleanup.later(new Removal(() -> client.workspaces().deleteWorkspace(workspaceId), () -> {}));

        String endpointId = id(
                "createEndpoint",
                client.endpoints().createEndpoint(workspaceId, endpoint).getId());
        cleanup.later(new Removal(
                () -> client.endpoints().deleteEndpoint(workspaceId, endpointId),
                () -> leaving.awaitGoneEndpoint(workspaceId, endpointId, goneTimeout)));

        String modelId = id(
                "createModelDefinition",
                client.models().createModelDefinition(workspaceId, model).getId());
        cleanup.later(new Removal(() -> client.models().cleanupModel(workspaceId, modelId), () -> {}));

        waiting.awaitRunningEndpoint(workspaceId, endpointId, readyTimeout);
        DeployServiceInput deployed =
                Json.copy(service).source(new SourceRef().id(modelId)).endpointId(endpointId);
        String instanceId = id(
                "deployServiceInstance",
                client.inferenceServices()
                        .deployServiceInstance(workspaceId, deployed)
                        .getId());
        cleanup.later(new Removal(
                () -> client.inferenceServices().deleteServiceInstance(workspaceId, instanceId),
                () -> leaving.awaitGoneService(workspaceId, instanceId, goneTimeout)));
        waiting.awaitRunningService(workspaceId, instanceId, readyTimeout);

        ChunkStream answer = client.invokeModelService(workspaceId, instanceId, request);
        cleanup.later(answer::close);
        return new Deployment(client, new Ids(workspaceId, endpointId, modelId, instanceId), answer, cleanup);
    }

    private static String id(String operationId, @Nullable String id) {
        if (id == null) {
            throw new UnreadableAnswerException(Call.of(operationId, "POST", ""), null, "was answered without an id");
        }
        return id;
    }
}

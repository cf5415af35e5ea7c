package dev.fabrickit.client;

import dev.fabrickit.client.api.Call;
import dev.fabrickit.client.api.CatalogueApi;
import dev.fabrickit.client.api.EndpointApi;
import dev.fabrickit.client.api.HealthApi;
import dev.fabrickit.client.api.InferenceserviceApi;
import dev.fabrickit.client.api.ModelApi;
import dev.fabrickit.client.api.WorkspaceApi;
import dev.fabrickit.client.schema.ChatCompletionRequest;
import dev.fabrickit.client.schema.ChatMessage;
import java.util.Objects;

/**
 * The way into the DataArts Fabric inference API.
 *
 * <pre>{@code
 * FabricClient client = FabricClient.builder()
 *         .region("cn-north-4")
 *         .token(System.getenv("FABRICKIT_TOKEN"))
 *         .build();
 * try (ChunkStream answer = client.invokeModelService(workspaceId, instanceId, request)) {
 *     answer.texts().forEach(System.out::print);
 * }
 * }</pre>
 *
 * <p>The methods that make calls bear the names of the contract's operations and are grouped by its tags. They throw a
 * {@link FabricException} when the call fails. A client is immutable and safe for use by many threads; share one, as it
 * holds the connections. One that lives as long as the program needs no closing.
 */
public final class FabricClient implements AutoCloseable {
    private final Transport transport;
    private final HttpCaller admin;
    private final HttpCaller ep;
    private final WorkspaceApi workspaces;
    private final EndpointApi endpoints;
    private final ModelApi models;
    private final InferenceserviceApi inferenceServices;
    private final CatalogueApi catalogue;
    private final HealthApi health;

    FabricClient(HttpCaller admin, HttpCaller ep) {
        this.transport = ep.transport();
        this.admin = admin;
        this.ep = ep;
        this.workspaces = new WorkspaceApi(admin);
        this.endpoints = new EndpointApi(admin);
        this.models = new ModelApi(admin);
        this.inferenceServices = new InferenceserviceApi(ep);
        this.catalogue = new CatalogueApi(admin);
        this.health = new HealthApi(admin);
    }

    /** Begins a client; say where the service is, who asks, and build it. */
    public static FabricClientBuilder builder() {
        return new FabricClientBuilder();
    }

    /**
     * The client that the environment describes, as the command line {@code fabrickit} reads it. See
     * {@link FabricClientBuilder#environment} for the names.
     *
     * @throws IllegalStateException when it does not say where the service is, or who asks
     */
    public static FabricClient fromEnv() {
        return builder().environment(System.getenv()).build();
    }

    /** Step 1: the containers of all other resources. */
    public WorkspaceApi workspaces() {
        return workspaces;
    }

    /** Step 2: reserved compute. */
    public EndpointApi endpoints() {
        return endpoints;
    }

    /** Step 3: models, their versions, and the base models they start from. */
    public ModelApi models() {
        return models;
    }

    /** Step 4: models that run on an endpoint. */
    public InferenceserviceApi inferenceServices() {
        return inferenceServices;
    }

    /** What can be ordered. */
    public CatalogueApi catalogue() {
        return catalogue;
    }

    /** Whether the admin host is up. */
    public HealthApi health() {
        return health;
    }

    /** Waits for endpoints and inference services, which come and go in their own time. */
    public Waiting waiting() {
        return new Waiting(admin, ep, progress -> {});
    }

    /**
     * Step 5: sends a chat to a RUNNING inference service and gives the answer as it is made. Returns as soon as the answer
     * begins. Source: step 5 of the tutorial, and InvokeModelService in the API reference.
     *
     * @param workspaceId the workspace of the inference service
     * @param instanceId the inference service
     * @param request the conversation; its {@code stream} must not be false
     * @return the answer, to be closed by the caller
     * @throws IllegalArgumentException when the request asks for a whole answer instead of a stream; for that there is
     *     {@link ChunkStream#completion()}
     * @throws FabricException when no stream begins. What can happen later, {@link ChunkStream} tells
     */
    public ChunkStream invokeModelService(String workspaceId, String instanceId, ChatCompletionRequest request) {
        mustAskForAStream(request);
        Call call = Call.of(
                        "invokeModelService",
                        "POST",
                        "/v1/workspaces/{workspace_id}/services/instances/{instance_id}/invocations")
                .withPath("workspace_id", workspaceId)
                .withPath("instance_id", instanceId)
                .withBody(request);
        int choices = Objects.requireNonNullElse(request.getN(), 1);
        return new ChunkStream(ep.open(call, ChunkStream.MEDIA_TYPE + ", " + HttpCaller.JSON), choices);
    }

    static void mustAskForAStream(ChatCompletionRequest request) {
        if (Boolean.FALSE.equals(Objects.requireNonNull(request, "request").getStream())) {
            throw new IllegalArgumentException(
                    "invokeModelService reads streams: leave stream unset, or set it to true");
        }
    }

    /**
     * Step 5 in its simplest form: asks one question and waits for the whole answer.
     *
     * @param workspaceId the workspace of the inference service
     * @param instanceId the inference service
     * @param question what the user says
     * @return the text of the answer
     */
    public String ask(String workspaceId, String instanceId, String question) {
        ChatMessage said =
                new ChatMessage().role(ChatMessage.RoleEnum.USER).content(Objects.requireNonNull(question, "question"));
        try (ChunkStream answer =
                invokeModelService(workspaceId, instanceId, new ChatCompletionRequest().addMessagesItem(said))) {
            return answer.joinedText();
        }
    }

    /**
     * Gives up the connections and threads, for a program that goes on without this client. Close its streams before. Until
     * Java 20 one idle thread remains until the client itself is collected.
     */
    @Override
    public void close() {
        transport.close();
    }
}

package dev.fabrickit.client;

import dev.fabrickit.client.api.Call;
import dev.fabrickit.client.api.CatalogueApi;
import dev.fabrickit.client.api.EndpointApi;
import dev.fabrickit.client.api.HealthApi;
import dev.fabrickit.client.api.InferenceserviceApi;
import dev.fabrickit.client.api.ModelApi;
import dev.fabrickit.client.api.WorkspaceApi;
import dev.fabrickit.client.schema.ChatCompletionRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The way into the DataArts Fabric inference API.
 *
 * <pre>{@code
 * FabricClient client = FabricClient.builder()
 *         .adminUrl(URI.create("https://fabric.cn-north-4.myhuaweicloud.com"))
 *         .epUrl(URI.create("https://fabric-ep.cn-north-4.myhuaweicloud.com"))
 *         .token(System.getenv("FABRICKIT_TOKEN"))
 *         .build();
 * try (ChunkStream answer = client.invokeModelService(workspaceId, instanceId, request)) {
 *     answer.texts().forEach(System.out::print);
 * }
 * }</pre>
 *
 * <p>The methods that make calls bear the names of the contract's operations and are grouped by its tags. They throw a
 * {@link FabricException} when the call fails. A client is immutable and safe for use by many threads; share one, as it
 * holds the connections. It needs no closing.
 */
public final class FabricClient {
    private final HttpCaller ep;
    private final WorkspaceApi workspaces;
    private final EndpointApi endpoints;
    private final ModelApi models;
    private final InferenceserviceApi inferenceServices;
    private final CatalogueApi catalogue;
    private final HealthApi health;

    private FabricClient(HttpCaller admin, HttpCaller ep) {
        this.ep = ep;
        this.workspaces = new WorkspaceApi(admin);
        this.endpoints = new EndpointApi(admin);
        this.models = new ModelApi(admin);
        this.inferenceServices = new InferenceserviceApi(ep);
        this.catalogue = new CatalogueApi(admin);
        this.health = new HealthApi(admin);
    }

    public static Builder builder() {
        return new Builder();
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

    /**
     * Step 5: sends a chat to a RUNNING inference service and gives the answer as it is made. Returns as soon as the answer
     * begins. Source: step 5 of the tutorial, and InvokeModelService in the API reference.
     *
     * @param workspaceId the workspace of the inference service
     * @param instanceId the inference service
     * @param request the conversation; its {@code stream} must not be false
     * @return the answer, to be closed by the caller
     * @throws IllegalArgumentException when the request asks for a whole answer instead of a stream
     * @throws FabricException when no stream begins. What can happen later, {@link ChunkStream} tells
     */
    public ChunkStream invokeModelService(String workspaceId, String instanceId, ChatCompletionRequest request) {
        if (Boolean.FALSE.equals(request.getStream())) {
            throw new IllegalArgumentException(
                    "invokeModelService reads streams: leave stream unset, or set it to true");
        }
        Call call = Call.of(
                        "invokeModelService",
                        "POST",
                        "/v1/workspaces/{workspace_id}/services/instances/{instance_id}/invocations")
                .withPath("workspace_id", workspaceId)
                .withPath("instance_id", instanceId)
                .withBody(request);
        return new ChunkStream(ep.open(call, ChunkStream.MEDIA_TYPE + ", " + HttpCaller.JSON));
    }

    /** Says where the service is and how to talk to it. Only {@link #adminUrl} must be set. */
    public static final class Builder {
        private @Nullable URI adminUrl;
        private @Nullable URI epUrl;
        private UnaryOperator<HttpRequest.Builder> credentials = UnaryOperator.identity();
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration requestTimeout = Duration.ofSeconds(60);

        private Builder() {}

        /** The host of workspaces, endpoints, models and the catalogue. */
        public Builder adminUrl(URI url) {
            this.adminUrl = host(url);
            return this;
        }

        /** The host of inference services. The admin host when it is not set, as with the stub. */
        public Builder epUrl(URI url) {
            this.epUrl = host(url);
            return this;
        }

        /**
         * The token to send with every request, as IAM issues it. It lasts 24 hours.
         *
         * @throws IllegalArgumentException when it holds what no header can, a line end for example
         */
        public Builder token(String token) {
            if (!token.matches("[!-~]+")) {
                throw new IllegalArgumentException("the token must be printable ASCII without blanks or line ends");
            }
            this.credentials = request -> request.header("X-Auth-Token", token);
            return this;
        }

        /** How long connecting may take. 10 seconds when it is not set. */
        public Builder connectTimeout(Duration timeout) {
            this.connectTimeout = timeout;
            return this;
        }

        /**
         * How long it may take until an answer begins; a stream may go on for longer. 60 seconds when it is not set. A
         * service that was scaled to zero needs longer for its first answer.
         */
        public Builder requestTimeout(Duration timeout) {
            this.requestTimeout = timeout;
            return this;
        }

        /**
         * The client. Connects to nothing yet.
         *
         * @throws IllegalStateException when the admin host is not set
         */
        public FabricClient build() {
            if (adminUrl == null) {
                throw new IllegalStateException("adminUrl must be set");
            }
            HttpClient http = HttpClient.newBuilder()
                    .connectTimeout(connectTimeout)
                    // Over HTTP/2 the JDK fails calls beyond the server's limit of streams on one connection.
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
            URI ep = Objects.requireNonNullElse(epUrl, adminUrl);
            return new FabricClient(
                    new HttpCaller(http, adminUrl, credentials, requestTimeout),
                    new HttpCaller(http, ep, credentials, requestTimeout));
        }

        private static URI host(URI url) {
            boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (!http || url.getHost() == null || url.getRawUserInfo() != null || url.getRawQuery() != null) {
                throw new IllegalArgumentException("the URL must be http(s)://host[:port][/prefix]");
            }
            return URI.create(url.toString().replaceFirst("/+$", ""));
        }
    }
}

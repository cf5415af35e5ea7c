package dev.fabrickit.server;

import com.huaweicloud.sdk.core.ClientBuilder;
import com.huaweicloud.sdk.core.SdkResponse;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.http.HttpConfig;
import com.huaweicloud.sdk.dataartsfabric.v1.DataArtsFabricClient;
import com.huaweicloud.sdk.dataartsfabric.v1.model.CreateEndpointRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.CreateModelDefinitionRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.CreateModelDefinitionResponse;
import com.huaweicloud.sdk.dataartsfabric.v1.model.CreateModelInput;
import com.huaweicloud.sdk.dataartsfabric.v1.model.CreateWorkspaceRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.CreateWorkspaceRequestInput;
import com.huaweicloud.sdk.dataartsfabric.v1.model.EndpointInput;
import com.huaweicloud.sdk.dataartsfabric.v1.model.EndpointType;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ModelType;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ModelVersionInput;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ReservedResource;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ResourceDemand;
import com.huaweicloud.sdk.dataartsfabricep.v1.DataArtsFabricEpClient;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.DeployServiceInstanceRequest;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.ServiceInstanceInput;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.SourceRef;
import java.net.URI;
import java.util.List;

/** The official SDK, unmodified, told the address of a stub and a key pair, as any of its users would. */
record OfficialSdk(DataArtsFabricClient admin, DataArtsFabricEpClient ep, Wiretap wire) {
    static final String SPEC_CODE = "mu.llama3.8b";

    static OfficialSdk of(URI stub) {
        return of(stub, Stub.DEVELOPMENT_ACCESS_KEY, Stub.DEVELOPMENT_SECRET_KEY);
    }

    static OfficialSdk of(URI stub, String accessKey, String secretKey) {
        Wiretap wire = new Wiretap();
        HttpConfig config = HttpConfig.getDefaultHttpConfig().addHttpListener(wire);
        BasicCredentials keys = new BasicCredentials()
                .withAk(accessKey)
                .withSk(secretKey)
                .withProjectId("0123456789abcdef0123456789abcdef");
        return new OfficialSdk(
                build(DataArtsFabricClient.newBuilder(), stub, keys, config),
                build(DataArtsFabricEpClient.newBuilder(), stub, keys, config),
                wire);
    }

    private static <T> T build(ClientBuilder<T> client, URI stub, BasicCredentials keys, HttpConfig config) {
        return client.withCredential(keys)
                .withEndpoints(List.of(stub.toString()))
                .withHttpConfig(config)
                .build();
    }

    /** Every field of the last request has a value, and the answer to it has the same. */
    void mustGiveBack(Object input) {
        SdkFields.of(input).mustHaveAllBut().mustBeIn(SdkFields.of(wire.received()));
    }

    /** Every field of the last answer has the value that came over the wire, but those that match: they have none. */
    <T extends SdkResponse> T mustShowAllBut(T answer, String... without) {
        SdkFields.of(answer).mustHaveAllBut(without).mustBeIn(SdkFields.of(wire.received()));
        return answer;
    }

    String createWorkspace() {
        CreateWorkspaceRequestInput input = new CreateWorkspaceRequestInput().withName("apieworkspace");
        return admin.createWorkspace(new CreateWorkspaceRequest().withBody(input))
                .getId();
    }

    /** For inference, with up to three units. */
    String createEndpoint(String workspaceId) {
        ResourceDemand units =
                new ResourceDemand().withSpecCode(SPEC_CODE).withMin(1).withMax(3);
        EndpointInput input = new EndpointInput()
                .withName("apie_test")
                .withType(EndpointType.INFERENCE)
                .withReservedResource(new ReservedResource().withMu(units));
        return admin.createEndpoint(
                        new CreateEndpointRequest().withWorkspaceId(workspaceId).withBody(input))
                .getId();
    }

    CreateModelDefinitionResponse createModel(String workspaceId) {
        CreateModelInput input = new CreateModelInput()
                .withName("LLama3-8b")
                .withType(ModelType.LLM_MODEL)
                .withVersion(new ModelVersionInput().withName("v1"));
        return admin.createModelDefinition(
                new CreateModelDefinitionRequest().withWorkspaceId(workspaceId).withBody(input));
    }

    String deploy(String workspaceId, String endpointId, String modelId) {
        ServiceInstanceInput input = new ServiceInstanceInput()
                .withName("test_serviceInstanceName")
                .withEndpointId(endpointId)
                .withSource(new SourceRef().withId(modelId));
        return ep.deployServiceInstance(new DeployServiceInstanceRequest()
                        .withWorkspaceId(workspaceId)
                        .withBody(input))
                .getId();
    }
}

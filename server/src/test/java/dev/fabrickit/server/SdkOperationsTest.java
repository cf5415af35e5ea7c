package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.dataartsfabric.v1.DataArtsFabricClient;
import com.huaweicloud.sdk.dataartsfabric.v1.model.CleanupModelRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.CreateModelDefinitionResponse;
import com.huaweicloud.sdk.dataartsfabric.v1.model.DeleteEndpointRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.DeleteModelVersionRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.DeleteWorkspaceRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ListBaseModelsRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ListEndpointsRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ListModelVersionsRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ListModelsRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ListSpecsRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ListWorkspacesRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ModelVersionInput;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ShowAdminHealthCheckRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ShowEndpointRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.UpdateEndpointRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.UpdateEndpointRequestBody;
import com.huaweicloud.sdk.dataartsfabric.v1.model.UpdateModelDefinitionRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.UpdateModelInput;
import com.huaweicloud.sdk.dataartsfabric.v1.model.UpdateWorkspaceRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.UpdateWorkspaceRequestInput;
import com.huaweicloud.sdk.dataartsfabricep.v1.DataArtsFabricEpClient;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.ChatCompletionRequest;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.ChatMessage;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.DeleteServiceInstanceRequest;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.InvokeModelServiceRequest;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.ListServicesInstancesRequest;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.ShowEpHealthCheckRequest;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.ShowServiceInstanceDetailRequest;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.UpdateServiceInstanceInput;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.UpdateServiceInstanceRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The official SDK drives every operation of the contract, from nothing to an answer and back to nothing. */
class SdkOperationsTest {
    @RegisterExtension
    static final StubDriver STUB = new StubDriver().atPresent();

    private final OfficialSdk sdk = OfficialSdk.of(STUB.uri());
    private final DataArtsFabricClient admin = sdk.admin();
    private final DataArtsFabricEpClient ep = sdk.ep();

    @Test
    void everyOperationIsDriven() {
        String workspace = sdk.createWorkspace();
        String endpoint = sdk.createEndpoint(workspace);
        CreateModelDefinitionResponse model = sdk.createModel(workspace);
        String service = sdk.deploy(workspace, endpoint, model.getId());
        look(workspace, endpoint, model.getId(), service);
        invoke(workspace, service);
        change(workspace, endpoint, model.getId(), service);
        clearUp(workspace, endpoint, model, service);

        assertThat(sdk.wire().succeeded())
                .containsExactlyInAnyOrderElementsOf(Contract.OPERATIONS.stream()
                        .map(operation -> operation.verb() + " " + operation.path())
                        .toList());
    }

    private void look(String workspace, String endpoint, String model, String service) {
        assertThat(admin.showAdminHealthCheck(new ShowAdminHealthCheckRequest()).getHttpStatusCode())
                .isEqualTo(200);
        assertThat(ep.showEpHealthCheck(new ShowEpHealthCheckRequest()).getBody())
                .contains("UP");
        assertThat(admin.listBaseModels(new ListBaseModelsRequest()).getTotal()).isPositive();
        assertThat(admin.listSpecs(new ListSpecsRequest()).getTotal()).isPositive();
        assertThat(admin.listWorkspaces(new ListWorkspacesRequest()
                                .withEnterpriseProjectId("0")
                                .withId(workspace))
                        .getTotal())
                .isEqualTo(1);
        assertThat(admin.listEndpoints(new ListEndpointsRequest().withWorkspaceId(workspace))
                        .getTotal())
                .isEqualTo(1);
        assertThat(admin.showEndpoint(new ShowEndpointRequest()
                                .withWorkspaceId(workspace)
                                .withEndpointId(endpoint))
                        .getId())
                .isEqualTo(endpoint);
        assertThat(admin.listModels(new ListModelsRequest().withWorkspaceId(workspace))
                        .getTotal())
                .isEqualTo(1);
        assertThat(admin.listModelVersions(new ListModelVersionsRequest()
                                .withWorkspaceId(workspace)
                                .withModelId(model))
                        .getTotal())
                .isEqualTo(1);
        assertThat(ep.listServicesInstances(new ListServicesInstancesRequest().withWorkspaceId(workspace))
                        .getTotal())
                .isEqualTo(1);
        assertThat(ep.showServiceInstanceDetail(new ShowServiceInstanceDetailRequest()
                                .withWorkspaceId(workspace)
                                .withInstanceId(service))
                        .getId())
                .isEqualTo(service);
    }

    private void invoke(String workspace, String service) {
        ChatCompletionRequest chat = new ChatCompletionRequest()
                .withStream(false)
                .withMessages(List.of(new ChatMessage().withRole("user").withContent("hello")));
        ep.invokeModelService(new InvokeModelServiceRequest()
                .withWorkspaceId(workspace)
                .withInstanceId(service)
                .withBody(chat));
    }

    private void change(String workspace, String endpoint, String model, String service) {
        admin.updateWorkspace(new UpdateWorkspaceRequest()
                .withWorkspaceId(workspace)
                .withBody(new UpdateWorkspaceRequestInput().withName("another")));
        admin.updateEndpoint(new UpdateEndpointRequest()
                .withWorkspaceId(workspace)
                .withEndpointId(endpoint)
                .withBody(new UpdateEndpointRequestBody().withName("another")));
        admin.updateModelDefinition(new UpdateModelDefinitionRequest()
                .withWorkspaceId(workspace)
                .withModelId(model)
                .withBody(new UpdateModelInput().withVersion(new ModelVersionInput().withName("v2"))));
        ep.updateServiceInstance(new UpdateServiceInstanceRequest()
                .withWorkspaceId(workspace)
                .withInstanceId(service)
                .withBody(new UpdateServiceInstanceInput().withName("another")));
    }

    private void clearUp(String workspace, String endpoint, CreateModelDefinitionResponse model, String service) {
        ep.deleteServiceInstance(
                new DeleteServiceInstanceRequest().withWorkspaceId(workspace).withInstanceId(service));
        admin.deleteModelVersion(new DeleteModelVersionRequest()
                .withWorkspaceId(workspace)
                .withModelId(model.getId())
                .withVersionId(model.getVersionId()));
        admin.cleanupModel(new CleanupModelRequest().withWorkspaceId(workspace).withModelId(model.getId()));
        admin.deleteEndpoint(
                new DeleteEndpointRequest().withWorkspaceId(workspace).withEndpointId(endpoint));
        admin.deleteWorkspace(new DeleteWorkspaceRequest().withWorkspaceId(workspace));
    }
}

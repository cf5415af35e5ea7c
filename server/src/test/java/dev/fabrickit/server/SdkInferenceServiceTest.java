package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.huaweicloud.sdk.core.exception.ServerResponseException;
import com.huaweicloud.sdk.dataartsfabric.v1.model.CreateModelDefinitionResponse;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.BaseDemand;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.ChatCompletionRequest;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.ChatMessage;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.DeployServiceInstanceRequest;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.InvokeModelServiceRequest;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.InvokeModelServiceResponse;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.ListServicesInstancesRequest;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.ModelServiceInstanceConfig;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.PGSQLInstanceConfig;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.ResourceDemand;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.ServiceInstanceConfig;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.ServiceInstanceInput;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.ShowServiceInstanceDetailRequest;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.ShowServiceInstanceDetailResponse;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.SourceRef;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.StatusEnum;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.UpdateModelServiceInstanceConfig;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.UpdateServiceInstanceConfig;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.UpdateServiceInstanceInput;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.UpdateServiceInstanceRequest;
import dev.fabrickit.server.inferenceservice.ServiceTroubles;
import dev.fabrickit.server.lifecycle.Trouble;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every field of an inference service, sent and read by the official SDK. */
class SdkInferenceServiceTest {
    /** Abandoned: accepted, without effect. */
    private static final String ABANDONED = ".*pgsql_instance_config.*";

    private static final String NO_FAILURE = ".*(error_code|error_msg)";

    @RegisterExtension
    static final StubDriver STUB = new StubDriver()
            .atPresent()
            // It logs what it throws as well.
            .with("logger.levels.com.huaweicloud.sdk", "OFF");

    private final OfficialSdk sdk = OfficialSdk.of(STUB.uri());
    private String workspace;
    private String endpoint;
    private SourceRef source;

    @BeforeEach
    void createEndpointAndModel() {
        workspace = sdk.createWorkspace();
        endpoint = sdk.createEndpoint(workspace);
        CreateModelDefinitionResponse model = sdk.createModel(workspace);
        source = new SourceRef().withId(model.getId()).withVersionId(model.getVersionId());
    }

    @Test
    void whatIsDeployedIsShownAndListed() {
        String id = deploy();

        ShowServiceInstanceDetailResponse shown = sdk.mustShowAllBut(show(id), ABANDONED, NO_FAILURE);

        ServiceInstanceInput input = input();
        SdkFields.of(input).mustHaveAllBut();
        input.getConfig().setPgsqlInstanceConfig(null);
        SdkFields.of(input).mustBeIn(SdkFields.of(shown));
        assertThat(shown.getStatus()).isEqualTo(StatusEnum.RUNNING);
        assertThat(sdk.mustShowAllBut(sdk.ep()
                                .listServicesInstances(new ListServicesInstancesRequest().withWorkspaceId(workspace)))
                        .getServiceInstances())
                .singleElement()
                .satisfies(listed -> SdkFields.of(listed).mustBeIn(SdkFields.of(shown)));
    }

    @Test
    void whatIsChangedIsShown() {
        String id = deploy();
        UpdateServiceInstanceInput input = new UpdateServiceInstanceInput()
                .withSource(source)
                .withName("另一个 2")
                .withDescription("\uD83D\uDE80")
                .withConfig(new UpdateServiceInstanceConfig()
                        .withModelInstanceConfig(new UpdateModelServiceInstanceConfig()
                                .withResource(new BaseDemand().withMin(1).withMax(3))));

        assertThat(sdk.mustShowAllBut(sdk.ep()
                                .updateServiceInstance(new UpdateServiceInstanceRequest()
                                        .withWorkspaceId(workspace)
                                        .withInstanceId(id)
                                        .withBody(input)))
                        .getId())
                .isEqualTo(id);

        SdkFields.of(input).mustHaveAllBut(ABANDONED).mustBeIn(SdkFields.of(show(id)));
    }

    @Test
    void itIsShownWithItsFailure() {
        String id = deploy();
        STUB.bean(ServiceTroubles.class).begin(id, Trouble.FAILED, "no.units", "no units are left");

        ShowServiceInstanceDetailResponse shown = sdk.mustShowAllBut(show(id), ABANDONED);

        assertThat(shown.getStatus()).isEqualTo(StatusEnum.FAILED);
        assertThat(shown.getErrorCode()).isEqualTo("no.units");
        assertThat(shown.getErrorMsg()).isEqualTo("no units are left");
    }

    /** The SDK has no class for the answer, but it hands the text to whoever listens. */
    @Test
    void aWholeAnswerIsTaken() {
        ChatCompletionRequest chat = chat(false);
        SdkFields.of(chat).mustHaveAllBut();

        InvokeModelServiceResponse answer = invoke(deploy(), chat);

        assertThat(answer.getHttpStatusCode()).isEqualTo(200);
        JsonNode text = sdk.wire().received().at("/choices/0/message/content");
        assertThat(text.textValue()).contains("hello");
    }

    /** It reads the whole stream and takes it for JSON: a stream needs another client. */
    @Test
    void aStreamIsMoreThanTheSdkCanRead() {
        String id = deploy();

        assertThatThrownBy(() -> invoke(id, chat(true)))
                .isInstanceOf(ServerResponseException.class)
                .hasMessageContaining("json parse error");
    }

    private InvokeModelServiceResponse invoke(String id, ChatCompletionRequest chat) {
        return sdk.ep()
                .invokeModelService(new InvokeModelServiceRequest()
                        .withWorkspaceId(workspace)
                        .withInstanceId(id)
                        .withBody(chat));
    }

    private static ChatCompletionRequest chat(boolean stream) {
        return new ChatCompletionRequest()
                .withModel("LLama3-8b")
                .withMessages(List.of(new ChatMessage().withRole("user").withContent("hello 推理 \uD83D\uDE80")))
                .withMaxTokens(256)
                .withTemperature(0.5)
                .withTopP(0.9)
                .withStream(stream)
                .withFrequencyPenalty(-0.5)
                .withPresencePenalty(2.0)
                .withN(1);
    }

    private ShowServiceInstanceDetailResponse show(String id) {
        return sdk.ep()
                .showServiceInstanceDetail(new ShowServiceInstanceDetailRequest()
                        .withWorkspaceId(workspace)
                        .withInstanceId(id));
    }

    private String deploy() {
        return sdk.mustShowAllBut(sdk.ep()
                        .deployServiceInstance(new DeployServiceInstanceRequest()
                                .withWorkspaceId(workspace)
                                .withBody(input())))
                .getId();
    }

    private ServiceInstanceInput input() {
        PGSQLInstanceConfig abandoned = new PGSQLInstanceConfig()
                .withCoordinatorResourceSpec("spec")
                .withCoordinatorPodLabel("label")
                .withCoordinatorPort(5432)
                .withWorkerResourceSpec("spec")
                .withWorkerPodLabel("label")
                .withRuntimeParam("none");
        ResourceDemand units = new ResourceDemand()
                .withSpecCode(OfficialSdk.SPEC_CODE)
                .withMin(1)
                .withMax(2);
        return new ServiceInstanceInput()
                .withSource(source)
                .withName("test_serviceInstanceName 服务")
                .withDescription("推理 \uD83D\uDC69\u200D\uD83D\uDCBB")
                .withEndpointId(endpoint)
                .withConfig(new ServiceInstanceConfig()
                        .withPgsqlInstanceConfig(abandoned)
                        .withModelInstanceConfig(new ModelServiceInstanceConfig().withResource(units)));
    }
}

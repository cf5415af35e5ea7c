package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.dataartsfabric.v1.model.CapRef;
import com.huaweicloud.sdk.dataartsfabric.v1.model.CreateEndpointRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.CreateEndpointResponse;
import com.huaweicloud.sdk.dataartsfabric.v1.model.DeleteEndpointRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.EndpointInput;
import com.huaweicloud.sdk.dataartsfabric.v1.model.EndpointStatus;
import com.huaweicloud.sdk.dataartsfabric.v1.model.EndpointType;
import com.huaweicloud.sdk.dataartsfabric.v1.model.HeadNodeResourceDemand;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ListEndpointsRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.LogConfig;
import com.huaweicloud.sdk.dataartsfabric.v1.model.RayResourceInput;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ReservedResource;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ResourceDef;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ResourceDemand;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ShowEndpointRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ShowEndpointResponse;
import com.huaweicloud.sdk.dataartsfabric.v1.model.UpdateEndpointRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.UpdateEndpointRequestBody;
import com.huaweicloud.sdk.dataartsfabric.v1.model.WorkNodeResourceDemand;
import dev.fabrickit.server.endpoint.EndpointTroubles;
import dev.fabrickit.server.lifecycle.Trouble;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every field of an endpoint, sent and read by the official SDK. */
class SdkEndpointTest {
    private static final Duration DELAY = Duration.ofSeconds(1);

    /** What the stub never has: engines, streams of logs, tokens of addresses. Ray's answer has other names than its request. */
    private static final String NEVER =
            ".*(business_engine_instance_ids|log_group_id|log_streams|token|head_group_spec|worker_group_spec)";

    private static final String NO_FAILURE = ".*(error_code|error_msg)";

    @RegisterExtension
    static final StubDriver STUB = new StubDriver().atPresent().with("fabrickit.delay.endpoint", DELAY);

    private final OfficialSdk sdk = OfficialSdk.of(STUB.uri());
    private String workspace;

    @BeforeEach
    void createWorkspace() {
        workspace = sdk.createWorkspace();
    }

    @Test
    void whatIsCreatedIsAnswered() {
        CreateEndpointResponse created = sdk.mustShowAllBut(create(), NEVER, NO_FAILURE);

        sdk.mustGiveBack(input());
        assertThat(created.getStatus()).isEqualTo(EndpointStatus.CREATING);
    }

    @Test
    void whatIsChangedIsAnswered() {
        String id = create().getId();
        UpdateEndpointRequestBody input = new UpdateEndpointRequestBody()
                .withName("端点 2")
                .withDescription("\uD83D\uDE80")
                .withCap(new CapRef().withCapId("another").withVersionId("v2"))
                .withRayResource(ray(1))
                .withReservedResource(reserved(2));

        sdk.mustShowAllBut(
                sdk.admin()
                        .updateEndpoint(new UpdateEndpointRequest()
                                .withWorkspaceId(workspace)
                                .withEndpointId(id)
                                .withBody(input)),
                NEVER,
                NO_FAILURE);
        sdk.mustGiveBack(input);
    }

    @Test
    void itIsShownWithItsFailureAndAsItWas() {
        String id = create().getId();
        STUB.bean(EndpointTroubles.class).begin(id, Trouble.CREATE_FAILED, "no.units", "no units are left");
        STUB.clock().advance(DELAY);

        ShowEndpointResponse shown = sdk.mustShowAllBut(show(id, "CURRENT"), NEVER);

        assertThat(shown.getStatus()).isEqualTo(EndpointStatus.CREATE_FAILED);
        assertThat(shown.getErrorCode()).isEqualTo("no.units");
        assertThat(SdkFields.of(show(id, "PREVIOUS"))).isEqualTo(SdkFields.of(shown));
    }

    @Test
    void aListShowsAllOfIt() {
        SdkFields created = SdkFields.of(create());

        assertThat(sdk.mustShowAllBut(
                                sdk.admin().listEndpoints(new ListEndpointsRequest().withWorkspaceId(workspace)),
                                NEVER,
                                NO_FAILURE)
                        .getEndpoints())
                .singleElement()
                .satisfies(shown -> SdkFields.of(shown).mustBeIn(created));
    }

    @Test
    void whatIsDeletedIsNamed() {
        String id = create().getId();

        assertThat(sdk.mustShowAllBut(sdk.admin()
                                .deleteEndpoint(new DeleteEndpointRequest()
                                        .withWorkspaceId(workspace)
                                        .withEndpointId(id)))
                        .getId())
                .isEqualTo(id);
        assertThat(show(id, null).getStatus()).isEqualTo(EndpointStatus.DELETING);
    }

    private ShowEndpointResponse show(String id, String version) {
        return sdk.admin()
                .showEndpoint(new ShowEndpointRequest()
                        .withWorkspaceId(workspace)
                        .withEndpointId(id)
                        .withVersion(version));
    }

    private CreateEndpointResponse create() {
        return sdk.admin()
                .createEndpoint(
                        new CreateEndpointRequest().withWorkspaceId(workspace).withBody(input()));
    }

    private static EndpointInput input() {
        return new EndpointInput()
                .withName("apie_test 端点")
                .withDescription("推理 \uD83D\uDC69\u200D\uD83D\uDCBB\n")
                .withType(EndpointType.INFERENCE)
                .withReservedResource(reserved(3))
                .withRayResource(ray(2))
                .withCap(new CapRef().withCapId("a-cap").withVersionId("v1"))
                .withLogConfig(new LogConfig()
                        .withEnableLtsLog(true)
                        .withEnableObsLog(false)
                        .withObsPath("obs://bucket/logs/"));
    }

    private static ReservedResource reserved(int max) {
        return new ReservedResource()
                .withMu(units(max))
                .withApu(
                        new ResourceDef().withSpecCode("apu.1").withWarmUpNum(0).withMaxNum(max))
                .withDpu(
                        new ResourceDef().withSpecCode("dpu.1").withWarmUpNum(1).withMaxNum(max));
    }

    private static RayResourceInput ray(int max) {
        return new RayResourceInput()
                .withHeadNodeResource(new HeadNodeResourceDemand().withSpecCode("head.1"))
                .withWorkNodeResources(
                        List.of(new WorkNodeResourceDemand().withName("workers").withResource(units(max))));
    }

    private static ResourceDemand units(int max) {
        return new ResourceDemand()
                .withSpecCode(OfficialSdk.SPEC_CODE)
                .withMin(1)
                .withMax(max);
    }
}

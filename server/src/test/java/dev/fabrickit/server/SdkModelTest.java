package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.dataartsfabric.v1.model.CreateModelDefinitionRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.CreateModelDefinitionResponse;
import com.huaweicloud.sdk.dataartsfabric.v1.model.CreateModelInput;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ListBaseModelsRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ListModelVersionsRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ListModelsRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ListSpecsRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.LlmModelConfig;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ModelConfig;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ModelInfo;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ModelType;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ModelVersionInput;
import com.huaweicloud.sdk.dataartsfabric.v1.model.UpdateModelDefinitionRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.UpdateModelDefinitionResponse;
import com.huaweicloud.sdk.dataartsfabric.v1.model.UpdateModelInput;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every field of a model, of its versions and of the catalogues, sent and read by the official SDK. */
class SdkModelTest {
    private static final String NEVER = ".*cap_white_list";

    @RegisterExtension
    static final StubDriver STUB = new StubDriver().atPresent();

    private final OfficialSdk sdk = OfficialSdk.of(STUB.uri());
    private String workspace;

    @BeforeEach
    void createWorkspace() {
        workspace = sdk.createWorkspace();
    }

    @Test
    void whatIsCreatedIsListed() {
        CreateModelDefinitionResponse created = sdk.mustShowAllBut(create());

        ModelInfo shown = sdk.mustShowAllBut(
                        sdk.admin().listModels(new ListModelsRequest().withWorkspaceId(workspace)), NEVER)
                .getModels()
                .get(0);

        assertThat(shown.getId()).isEqualTo(created.getId());
        assertThat(shown.getCurrentVersion().getId()).isEqualTo(created.getVersionId());
        assertThat(shown.getName()).isEqualTo(input().getName());
        assertThat(shown.getDescription()).isEqualTo(input().getDescription());
        assertThat(shown.getType()).isEqualTo(input().getType());
        mustBeIn(shown.getCurrentVersion(), input().getVersion());
    }

    @Test
    void whatIsChangedIsAnsweredAndListed() {
        String id = create().getId();
        UpdateModelInput input = new UpdateModelInput()
                .withName("另一个 2")
                .withDescription("\uD83D\uDE80")
                .withVersion(version("v2"));

        UpdateModelDefinitionResponse changed = sdk.mustShowAllBut(update(id, input), NEVER);

        SdkFields.of(input).mustHaveAllBut("current_version_id");
        assertThat(changed.getName()).isEqualTo(input.getName());
        assertThat(changed.getDescription()).isEqualTo(input.getDescription());
        mustBeIn(changed.getCurrentVersion(), input.getVersion());
        assertThat(sdk.mustShowAllBut(
                                sdk.admin()
                                        .listModelVersions(new ListModelVersionsRequest()
                                                .withWorkspaceId(workspace)
                                                .withModelId(id)),
                                NEVER)
                        .getVersions())
                .hasSize(2)
                .first()
                .satisfies(
                        shown -> assertThat(SdkFields.of(shown)).isEqualTo(SdkFields.of(changed.getCurrentVersion())));
    }

    @Test
    void anotherVersionBecomesCurrent() {
        CreateModelDefinitionResponse created = create();
        update(created.getId(), new UpdateModelInput().withVersion(version("v2")));

        UpdateModelDefinitionResponse changed =
                update(created.getId(), new UpdateModelInput().withCurrentVersionId(created.getVersionId()));

        assertThat(changed.getCurrentVersion().getId()).isEqualTo(created.getVersionId());
    }

    @Test
    void baseModelsShowAllTheirFields() {
        assertThat(sdk.mustShowAllBut(sdk.admin().listBaseModels(new ListBaseModelsRequest()))
                        .getModels())
                .hasSize(2);
    }

    @Test
    void specsShowWhatIsKnownOfThem() {
        assertThat(sdk.mustShowAllBut(
                                sdk.admin()
                                        .listSpecs(new ListSpecsRequest()
                                                .withSpecTypes(List.of("MU", "DPU"))
                                                .withSpecCode(OfficialSdk.SPEC_CODE)),
                                ".*(resource_type|usage_measure_id|usage_factor|stride_num_whitelist)")
                        .getSpecCodes())
                .singleElement()
                .satisfies(spec -> assertThat(spec.getSpecCode()).isEqualTo(OfficialSdk.SPEC_CODE));
    }

    private static void mustBeIn(Object shown, ModelVersionInput input) {
        SdkFields.of(input).mustHaveAllBut().mustBeIn(SdkFields.of(shown));
    }

    private CreateModelDefinitionResponse create() {
        return sdk.admin()
                .createModelDefinition(new CreateModelDefinitionRequest()
                        .withWorkspaceId(workspace)
                        .withBody(input()));
    }

    private UpdateModelDefinitionResponse update(String id, UpdateModelInput input) {
        return sdk.admin()
                .updateModelDefinition(new UpdateModelDefinitionRequest()
                        .withWorkspaceId(workspace)
                        .withModelId(id)
                        .withBody(input));
    }

    private static CreateModelInput input() {
        return new CreateModelInput()
                .withName("LLama3-8b 模型")
                .withDescription("this is a apie test model \uD83D\uDC69\u200D\uD83D\uDCBB")
                .withType(ModelType.LLM_MODEL)
                .withVersion(version("v1"));
    }

    private static ModelVersionInput version(String name) {
        return new ModelVersionInput()
                .withName(name)
                .withDescription("版本 " + name)
                .withConfig(new ModelConfig()
                        .withLlmModelConfig(new LlmModelConfig()
                                .withBaseModelType("QWEN_2_72B")
                                .withModelPath("obs://桶/weights/" + name + "/")));
    }
}

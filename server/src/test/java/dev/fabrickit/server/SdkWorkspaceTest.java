package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.dataartsfabric.v1.model.CreateWorkspaceRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.CreateWorkspaceRequestInput;
import com.huaweicloud.sdk.dataartsfabric.v1.model.CreateWorkspaceResponse;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ListWorkspacesRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ListWorkspacesResponse;
import com.huaweicloud.sdk.dataartsfabric.v1.model.UpdateWorkspaceRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.UpdateWorkspaceRequestInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every field of a workspace, sent and read by the official SDK. */
class SdkWorkspaceTest {
    @RegisterExtension
    static final StubDriver STUB = new StubDriver().atPresent();

    private final OfficialSdk sdk = OfficialSdk.of(STUB.uri());

    @Test
    void whatIsCreatedIsAnswered() {
        sdk.mustShowAllBut(create());
        sdk.mustGiveBack(input());
    }

    @Test
    void whatIsChangedIsAnswered() {
        String id = create().getId();
        UpdateWorkspaceRequestInput input = new UpdateWorkspaceRequestInput()
                .withName("another-name")
                .withDescription("工作区 \uD83D\uDE80, and \"quotes\"")
                .withMetastoreId("2180518f-42b8-4947-b20b-adfc53981a25");

        sdk.mustShowAllBut(sdk.admin()
                .updateWorkspace(
                        new UpdateWorkspaceRequest().withWorkspaceId(id).withBody(input)));
        sdk.mustGiveBack(input);
    }

    @Test
    void aListShowsAllOfIt() {
        CreateWorkspaceResponse created = create();

        ListWorkspacesResponse page = sdk.mustShowAllBut(sdk.admin()
                .listWorkspaces(new ListWorkspacesRequest()
                        .withId(created.getId())
                        .withEnterpriseProjectId("all_granted_eps")));

        assertThat(page.getTotal()).isEqualTo(1);
        assertThat(page.getWorkspaces())
                .singleElement()
                .satisfies(shown -> assertThat(SdkFields.of(shown)).isEqualTo(SdkFields.of(created)));
    }

    private CreateWorkspaceResponse create() {
        return sdk.admin().createWorkspace(new CreateWorkspaceRequest().withBody(input()));
    }

    private static CreateWorkspaceRequestInput input() {
        return new CreateWorkspaceRequestInput()
                .withName("apieworkspace")
                .withDescription("推理 <b>&=!'</b>\n\uD83D\uDC69\u200D\uD83D\uDCBB")
                .withMetastoreId("0123456789abcdef0123456789abcdef")
                .withEnterpriseProjectId("01049549-82cd-4b2b-9733-ddb94350c125");
    }
}

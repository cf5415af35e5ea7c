package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.workspace.Quotas;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** There is an end to everything, at the latest where the contract says that a total ends. */
@Tag("database")
class QuotaTest {
    @RegisterExtension
    static final StubDriver STUB = new StubDriver()
            .with("fabrickit.quota.endpoints", 2)
            .with("fabrickit.quota.models", 2)
            .with("fabrickit.quota.versions", 2)
            .with("fabrickit.quota.services", 2);

    @RegisterExtension
    static final StubDriver SMALL = new StubDriver().with("fabrickit.quota.workspaces", 2);

    @RegisterExtension
    static final StubDriver USUAL = StubDriver.shared();

    private Sandbox sandbox;

    @BeforeEach
    void createWorkspace() {
        sandbox = STUB.sandbox();
    }

    @Test
    void anAccountHasSoManyWorkspaces() {
        Sandbox first = SMALL.sandbox();
        Sandbox second = SMALL.sandbox();

        first.mustRefuse(
                ErrorCode.QUOTA_EXCEEDED,
                () -> SMALL.sender().post("/v1/workspaces", Example.tutorial("createWorkspace")));
        SMALL.sender().delete(second.path()).mustBe(200);
        SMALL.sandbox();
    }

    @Test
    void aWorkspaceHasSoManyEndpoints() {
        sandbox.createEndpoint("one", 0, 1).mustBe(202);
        String second = sandbox.createEndpoint("two", 0, 1).mustBe(202).id();

        sandbox.mustRefuse(ErrorCode.QUOTA_EXCEEDED, () -> sandbox.createEndpoint("three", 0, 1));
        STUB.sandbox().createEndpoint("three", 0, 1).mustBe(202);
        sandbox.sender().delete(sandbox.endpoint(second)).mustBe(202);
        sandbox.createEndpoint("three", 0, 1).mustBe(202);
    }

    @Test
    void aWorkspaceHasSoManyModels() {
        sandbox.createModel().mustBe(200);
        sandbox.createModel().mustBe(200);

        sandbox.mustRefuse(ErrorCode.QUOTA_EXCEEDED, () -> sandbox.createModel());
    }

    @Test
    void aModelHasSoManyVersions() {
        String model = sandbox.createModel().id();
        Map<String, Object> version = Map.of("version", Map.of("name", "two"));
        sandbox.sender().put(sandbox.model(model), version).mustBe(200);

        sandbox.mustRefuse(ErrorCode.QUOTA_EXCEEDED, () -> sandbox.sender().put(sandbox.model(model), version));
        assertThat(sandbox.contents(sandbox.versions(model))).hasSize(2);
    }

    @Test
    void aWorkspaceHasSoManyServices() {
        String endpoint = sandbox.createEndpoint("one", 0, 9).id();
        String model = sandbox.createModel().id();
        sandbox.deploy(model, endpoint, 1, 1).mustBe(202);
        sandbox.deploy(model, endpoint, 1, 1).mustBe(202);

        sandbox.mustRefuse(ErrorCode.QUOTA_EXCEEDED, () -> sandbox.deploy(model, endpoint, 1, 1));
    }

    @Test
    void theQuotasAreWhatTheContractAllowsAsTotal() {
        Quotas usual = USUAL.bean(Quotas.class);

        assertThat(usual)
                .isEqualTo(new Quotas(
                        mostOf("WorkspacePage"),
                        mostOf("EndpointPage"),
                        mostOf("ModelPage"),
                        mostOf("ModelVersionPage"),
                        mostOf("ServicePage")));
    }

    private static int mostOf(String page) {
        return Contract.schema(page).getProperties().get("total").getMaximum().intValueExact();
    }
}

package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.server.error.ErrorCode;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule that refuses a sound request, beside a request that it lets pass. */
class RefusalTest {
    private static final String NOWHERE = UUID.randomUUID().toString();

    @RegisterExtension
    static final StubDriver STUB = StubDriver.shared();

    private Sandbox sandbox;

    @BeforeEach
    void createWorkspace() {
        sandbox = STUB.sandbox();
    }

    static Stream<Contract.Promise> operationsOnAWorkspace() {
        return Contract.OPERATIONS.stream().filter(promise -> promise.path().contains("{workspace_id}"));
    }

    @ParameterizedTest
    @MethodSource("operationsOnAWorkspace")
    void aWorkspaceThatDoesNotExistHoldsNothing(Contract.Promise operation) {
        sandbox.sender()
                .send(operation.verb(), operation.pathWith(NOWHERE), operation.exampleBody())
                .mustBe(ErrorCode.NO_WORKSPACE);
    }

    @Test
    void aWorkspaceIsDeletedOnlyWhenEmpty() {
        String endpoint = sandbox.createEndpoint("one", 0, 1).id();
        deletingTheWorkspaceMustBeRefused("endpoints");
        String model = sandbox.createModel().id();
        String service = sandbox.deploy(model, endpoint).id();
        deletingTheWorkspaceMustBeRefused("endpoints, models, inference services");

        sandbox.sender().delete(sandbox.service(service)).mustBe(202);
        sandbox.sender().delete(sandbox.endpoint(endpoint)).mustBe(202);
        deletingTheWorkspaceMustBeRefused("models");
        sandbox.sender().delete(sandbox.model(model)).mustBe(200);

        sandbox.sender().delete(sandbox.path()).mustBe(200);
        sandbox.sender().delete(sandbox.path()).mustBe(ErrorCode.NO_WORKSPACE);
        assertThat(sandbox.contents("/v1/workspaces?id=" + sandbox.id())).isEmpty();
    }

    private void deletingTheWorkspaceMustBeRefused(String holdings) {
        sandbox.mustRefuse(ErrorCode.WORKSPACE_NOT_EMPTY, () -> sandbox.sender().delete(sandbox.path()));
        assertThat(sandbox.sender().delete(sandbox.path()).text("error_msg")).endsWith(holdings);
    }

    @Test
    void anEndpointsMaximumIsNotBelowItsMinimum() {
        sandbox.mustRefuse(ErrorCode.MAX_BELOW_MIN, () -> sandbox.createEndpoint("one", 2, 1));
        sandbox.createEndpoint("one", 2, 2).mustBe(202);
    }

    @Test
    void anEndpointsSpecCodeIsKnown() {
        sandbox.mustRefuse(
                ErrorCode.NO_SPEC,
                () -> sandbox.createEndpoint("one", "inference", Map.of("spec_code", "mu.gpt", "min", 0, "max", 1)));
    }

    @Test
    void anEndpointsNameIsItsOwnInItsWorkspace() {
        sandbox.createEndpoint("one", 0, 1).mustBe(202);

        sandbox.mustRefuse(ErrorCode.NAME_TAKEN, () -> sandbox.createEndpoint("one", 0, 1));
        sandbox.createEndpoint("One", 0, 1).mustBe(202);
        STUB.sandbox().createEndpoint("one", 0, 1).mustBe(202);
    }

    @Test
    void anEndpointIsDeletedOnlyWhenNoServiceRunsOnIt() {
        String endpoint = sandbox.createEndpoint("one", 0, 1).id();
        String service =
                sandbox.deploy(sandbox.createModel().id(), endpoint).mustBe(202).id();

        sandbox.mustRefuse(ErrorCode.ENDPOINT_NOT_EMPTY, () -> sandbox.sender().delete(sandbox.endpoint(endpoint)));
        sandbox.sender().delete(sandbox.service(service)).mustBe(202);
        sandbox.sender().delete(sandbox.endpoint(endpoint)).mustBe(202);
    }

    @Test
    void aBaseModelIsKnownOrEmpty() {
        ObjectNode body = Example.tutorial("createModelDefinition");
        ObjectNode weights = body.withObject("/version/config/llm_model_config");

        weights.put("base_model_type", "QWEN_3");
        sandbox.mustRefuse(ErrorCode.NO_BASE_MODEL, () -> sandbox.sender().post(sandbox.models(), body));
        weights.put("base_model_type", "QWEN_2_72B");
        sandbox.sender().post(sandbox.models(), body).mustBe(200);
        weights.put("base_model_type", "");
        sandbox.sender().post(sandbox.models(), body).mustBe(200);
    }

    @Test
    void aModelIsDeletedOnlyWhenNoServiceUsesIt() {
        String model = sandbox.createModel().id();
        String endpoint = sandbox.createEndpoint("one", 0, 1).id();
        String service = sandbox.deploy(model, endpoint).mustBe(202).id();

        sandbox.mustRefuse(ErrorCode.MODEL_IN_USE, () -> sandbox.sender().delete(sandbox.model(model)));
        sandbox.sender().delete(sandbox.service(service)).mustBe(202);
        sandbox.sender().delete(sandbox.model(model)).mustBe(200);
        assertThat(sandbox.contents(sandbox.models())).isEmpty();
    }

    @Test
    void aResourceIsFoundOnlyInItsOwnWorkspace() {
        Sandbox other = STUB.sandbox();
        String endpoint = other.createEndpoint("one", 0, 1).id();
        String model = other.createModel().id();
        String service = other.deploy(model, endpoint).mustBe(202).id();

        Stream.of(sandbox.endpoint(endpoint), sandbox.service(service))
                .forEach(path -> sandbox.sender().get(path).mustBe(ErrorCode.NO_RESOURCE));
        sandbox.invoke(service).mustBe(ErrorCode.NO_RESOURCE);
        Stream.of(sandbox.endpoint(endpoint), sandbox.model(model), sandbox.service(service))
                .forEach(path -> other.mustRefuse(
                        ErrorCode.NO_RESOURCE, () -> sandbox.sender().delete(path)));
    }

    @Test
    void whatAServiceNeedsExists() {
        String endpoint = sandbox.createEndpoint("one", 0, 1).id();
        String model = sandbox.createModel().id();
        Sandbox other = STUB.sandbox();

        sandbox.mustRefuse(ErrorCode.NO_RESOURCE, () -> sandbox.deploy(model, NOWHERE));
        sandbox.mustRefuse(ErrorCode.NO_RESOURCE, () -> sandbox.deploy(NOWHERE, endpoint));
        sandbox.mustRefuse(
                ErrorCode.NO_RESOURCE, () -> sandbox.deploy(other.createModel().id(), endpoint));
        sandbox.mustRefuse(
                ErrorCode.NO_RESOURCE,
                () -> sandbox.deploy(model, other.createEndpoint("one", 0, 1).id()));
        sandbox.deploy(model, endpoint).mustBe(202);
    }

    @Test
    void theVersionThatAServiceRunsIsOneOfItsModel() {
        String endpoint = sandbox.createEndpoint("one", 0, 2).id();
        Answer model = sandbox.createModel();
        String foreign = sandbox.createModel().text("version_id");

        sandbox.mustRefuse(ErrorCode.NO_RESOURCE, () -> deployVersion(model.id(), foreign, endpoint));
        sandbox.mustRefuse(ErrorCode.NO_RESOURCE, () -> deployVersion(model.id(), NOWHERE, endpoint));
        deployVersion(model.id(), model.text("version_id"), endpoint).mustBe(202);
    }

    private Answer deployVersion(String model, String version, String endpoint) {
        return sandbox.sender()
                .post(
                        sandbox.services(),
                        Map.of(
                                "name",
                                "one",
                                "endpoint_id",
                                endpoint,
                                "source",
                                Map.of("id", model, "version_id", version)));
    }

    @Test
    void onlyAnEndpointForInferenceHoldsServices() {
        String model = sandbox.createModel().id();
        Map<String, Object> units = Map.of("spec_code", "mu.llama3.8b", "min", 0, "max", 1);
        String ray = sandbox.createEndpoint("ray", "ray", units).id();

        sandbox.mustRefuse(ErrorCode.NOT_FOR_INFERENCE, () -> sandbox.deploy(model, ray));
    }

    @Test
    void theUnitsOfAServiceAreSound() {
        String endpoint = sandbox.createEndpoint("one", 0, 3).id();
        String model = sandbox.createModel().id();

        sandbox.mustRefuse(ErrorCode.MAX_BELOW_MIN, () -> sandbox.deploy(model, endpoint, 2, 1));
        sandbox.mustRefuse(ErrorCode.ABOVE_ENDPOINT, () -> sandbox.deploy(model, endpoint, 1, 4));
        sandbox.mustRefuse(
                ErrorCode.NO_SPEC,
                () -> sandbox.deploy(model, endpoint, Map.of("spec_code", "mu.gpt", "min", 1, "max", 1)));
        sandbox.deploy(model, endpoint, 2, 3).mustBe(202);
    }

    @Test
    void allServicesOfAnEndpointTogetherStayWithinItsMaximum() {
        String endpoint = sandbox.createEndpoint("one", 0, 3).id();
        String model = sandbox.createModel().id();
        sandbox.deploy(model, endpoint, 1, 2).mustBe(202);

        sandbox.mustRefuse(ErrorCode.ENDPOINT_FULL, () -> sandbox.deploy(model, endpoint, 1, 2));
        sandbox.deploy(model, endpoint, 1, 1).mustBe(202);
        sandbox.mustRefuse(ErrorCode.ENDPOINT_FULL, () -> sandbox.deploy(model, endpoint));
    }
}

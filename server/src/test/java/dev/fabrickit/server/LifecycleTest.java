package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.server.error.ErrorCode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of endpoints and inference services as time passes. */
class LifecycleTest {
    private static final Duration ENDPOINT_DELAY = Duration.ofSeconds(10);
    private static final Duration SERVICE_DELAY = Duration.ofSeconds(5);
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    @RegisterExtension
    static final StubDriver STUB = new StubDriver()
            .with("fabrickit.delay.endpoint", ENDPOINT_DELAY)
            .with("fabrickit.delay.service", SERVICE_DELAY);

    private Sandbox sandbox;

    @BeforeEach
    void createWorkspace() {
        sandbox = STUB.sandbox();
    }

    @Test
    void aNewEndpointIsCreatingThenRunning() {
        Answer created = sandbox.createEndpoint("one", 0, 1).mustBe(202);
        String path = sandbox.endpoint(created.id());

        assertThat(created.text("status")).isEqualTo("CREATING");
        mustTurn(path, "CREATING", ENDPOINT_DELAY, "RUNNING");
    }

    @Test
    void aDeletedEndpointIsDeletingThenGone() {
        String endpoint = runningEndpoint();
        assertThat(sandbox.sender().delete(sandbox.endpoint(endpoint)).id()).isEqualTo(endpoint);

        mustGo(sandbox.endpoints(), endpoint, ENDPOINT_DELAY);
    }

    @Test
    void theNameOfAnEndpointIsFreeAgainOnceItIsGone() {
        sandbox.sender()
                .delete(sandbox.endpoint(sandbox.createEndpoint("one", 0, 1).id()))
                .mustBe(202);

        sandbox.mustRefuse(ErrorCode.NAME_TAKEN, () -> sandbox.createEndpoint("one", 0, 1));
        STUB.clock().advance(ENDPOINT_DELAY);
        sandbox.createEndpoint("one", 0, 1).mustBe(202);
    }

    @Test
    void deletingAnEndpointOnceMoreAnswersAlikeAndDoesNotStartAnew() {
        String path = sandbox.endpoint(runningEndpoint());
        Answer first = sandbox.sender().delete(path).mustBe(202);
        STUB.clock().advance(ENDPOINT_DELAY.minus(A_MOMENT));

        Answer second = sandbox.sender().delete(path).mustBe(202);

        assertThat(second.json()).isEqualTo(first.json());
        STUB.clock().advance(A_MOMENT);
        sandbox.sender().get(path).mustBe(ErrorCode.NO_RESOURCE);
        sandbox.sender().delete(path).mustBe(ErrorCode.NO_RESOURCE);
    }

    @Test
    void aServiceOnARunningEndpointIsCreatingThenRunning() {
        String service = deployOn(runningEndpoint());

        mustTurn(sandbox.service(service), "CREATING", SERVICE_DELAY, "RUNNING");
    }

    @Test
    void aServiceOnANewEndpointIsPendingUntilTheEndpointRuns() {
        String service =
                deployOn(sandbox.createEndpoint("one", 0, 1).mustBe(202).id());

        mustTurn(sandbox.service(service), "PENDING", ENDPOINT_DELAY, "CREATING");
        mustTurn(sandbox.service(service), "CREATING", SERVICE_DELAY, "RUNNING");
    }

    @Test
    void aDeletedServiceIsDeletingThenGone() {
        String service = runningServiceOn(runningEndpoint());
        assertThat(sandbox.sender().delete(sandbox.service(service)).mustBe(202).body())
                .isEmpty();

        mustGo(sandbox.services(), service, SERVICE_DELAY);
    }

    @Test
    void deletingAServiceOnceMoreAnswersAlikeAndDoesNotStartAnew() {
        String path = sandbox.service(runningServiceOn(runningEndpoint()));
        Answer first = sandbox.sender().delete(path).mustBe(202);
        STUB.clock().advance(SERVICE_DELAY.minus(A_MOMENT));

        Answer second = sandbox.sender().delete(path).mustBe(202);

        assertThat(second.body()).isEqualTo(first.body());
        STUB.clock().advance(A_MOMENT);
        sandbox.sender().get(path).mustBe(ErrorCode.NO_RESOURCE);
        sandbox.sender().delete(path).mustBe(ErrorCode.NO_RESOURCE);
    }

    @Test
    void whatIsStillBeingCreatedCanBeDeleted() {
        String endpoint = sandbox.createEndpoint("one", 0, 1).mustBe(202).id();
        String pending = sandbox.service(deployOn(endpoint));

        sandbox.sender().delete(pending).mustBe(202);
        assertThat(sandbox.status(pending)).isEqualTo("DELETING");
        STUB.clock().advance(SERVICE_DELAY);
        sandbox.sender().delete(sandbox.endpoint(endpoint)).mustBe(202);
        assertThat(sandbox.status(sandbox.endpoint(endpoint))).isEqualTo("DELETING");
    }

    @Test
    void onlyAServiceThatRunsIsInvoked() {
        String endpoint = sandbox.createEndpoint("one", 0, 1).mustBe(202).id();
        String service = deployOn(endpoint);

        mustNotBeInvoked(service, "PENDING");
        STUB.clock().advance(ENDPOINT_DELAY);
        mustNotBeInvoked(service, "CREATING");
        STUB.clock().advance(SERVICE_DELAY);
        sandbox.invoke(service).mustBe(200);
        sandbox.sender().delete(sandbox.service(service)).mustBe(202);
        mustNotBeInvoked(service, "DELETING");
        STUB.clock().advance(SERVICE_DELAY);
        sandbox.invoke(service).mustBe(ErrorCode.NO_RESOURCE);
    }

    @Test
    void aServiceHoldsItsUnitsItsEndpointAndItsModelUntilItIsGone() {
        String endpoint = runningEndpoint();
        String model = sandbox.createModel().id();
        String service = sandbox.deploy(model, endpoint).mustBe(202).id();
        sandbox.sender().delete(sandbox.service(service)).mustBe(202);

        sandbox.mustRefuse(ErrorCode.ENDPOINT_FULL, () -> sandbox.deploy(model, endpoint));
        sandbox.mustRefuse(ErrorCode.ENDPOINT_NOT_EMPTY, () -> sandbox.sender().delete(sandbox.endpoint(endpoint)));
        sandbox.mustRefuse(ErrorCode.MODEL_IN_USE, () -> sandbox.sender().delete(sandbox.model(model)));
        STUB.clock().advance(SERVICE_DELAY);
        sandbox.deploy(model, endpoint).mustBe(202);
    }

    @Test
    void aWorkspaceIsEmptyOnceItsEndpointIsGone() {
        sandbox.sender().delete(sandbox.endpoint(runningEndpoint())).mustBe(202);

        sandbox.mustRefuse(ErrorCode.WORKSPACE_NOT_EMPTY, () -> sandbox.sender().delete(sandbox.path()));
        STUB.clock().advance(ENDPOINT_DELAY);
        sandbox.sender().delete(sandbox.path()).mustBe(200);
    }

    @Test
    void nothingIsBuiltOnAnEndpointThatIsBeingDeleted() {
        String endpoint = runningEndpoint();
        String model = sandbox.createModel().id();
        sandbox.sender().delete(sandbox.endpoint(endpoint)).mustBe(202);

        sandbox.mustRefuse(ErrorCode.NOT_READY, () -> sandbox.deploy(model, endpoint));
        STUB.clock().advance(ENDPOINT_DELAY);
        sandbox.mustRefuse(ErrorCode.NO_RESOURCE, () -> sandbox.deploy(model, endpoint));
    }

    @Test
    void anEndpointIsNotFoundByTheModelOfAServiceThatIsGone() {
        String endpoint = runningEndpoint();
        String model = sandbox.createModel().id();
        String service = sandbox.deploy(model, endpoint).mustBe(202).id();
        String byModel = sandbox.endpoints() + "?model_id=" + model;
        assertThat(sandbox.contents(byModel)).hasSize(1);

        sandbox.sender().delete(sandbox.service(service)).mustBe(202);
        STUB.clock().advance(SERVICE_DELAY);

        assertThat(sandbox.contents(byModel)).isEmpty();
    }

    @Test
    void theDurationOfAServiceCountsWholeSecondsSinceItsCreation() {
        String path = sandbox.service(deployOn(runningEndpoint()));
        assertThat(sandbox.sender().get(path).text("create_time"))
                .isEqualTo(STUB.clock().instant().toString());

        STUB.clock().advance(Duration.ofMillis(2_999));

        assertThat(sandbox.sender().get(path).json().get("duration").intValue()).isEqualTo(2);
    }

    private void mustTurn(String path, String before, Duration delay, String after) {
        assertThat(sandbox.status(path)).isEqualTo(before);
        STUB.clock().advance(delay.minus(A_MOMENT));
        assertThat(sandbox.status(path)).isEqualTo(before);
        STUB.clock().advance(A_MOMENT);
        assertThat(sandbox.status(path)).isEqualTo(after);
    }

    private void mustGo(String list, String id, Duration delay) {
        String path = list + "/" + id;
        assertThat(sandbox.status(path)).isEqualTo("DELETING");
        STUB.clock().advance(delay.minus(A_MOMENT));
        assertThat(sandbox.status(path)).isEqualTo("DELETING");
        assertThat(sandbox.contents(list)).hasSize(1);
        STUB.clock().advance(A_MOMENT);
        sandbox.sender().get(path).mustBe(ErrorCode.NO_RESOURCE);
        assertThat(sandbox.contents(list)).isEmpty();
    }

    private void mustNotBeInvoked(String service, String status) {
        assertThat(sandbox.status(sandbox.service(service))).isEqualTo(status);
        Answer refusal = sandbox.invoke(service).mustBe(ErrorCode.NOT_READY);
        assertThat(refusal.text("error_msg")).contains(status);
        assertThat(refusal.text("error_msg") + refusal.text("solution_msg")).contains("showServiceInstanceDetail");
    }

    private String runningEndpoint() {
        String endpoint = sandbox.createEndpoint("one", 0, 1).mustBe(202).id();
        STUB.clock().advance(ENDPOINT_DELAY);
        return endpoint;
    }

    private String deployOn(String endpoint) {
        return sandbox.deploy(sandbox.createModel().id(), endpoint).mustBe(202).id();
    }

    private String runningServiceOn(String endpoint) {
        String service = deployOn(endpoint);
        STUB.clock().advance(SERVICE_DELAY);
        return service;
    }
}

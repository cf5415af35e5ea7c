package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.server.error.ErrorCode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of updates of endpoints and inference services as time passes. */
class UpdateLifecycleTest {
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
    void aChangedEndpointIsUpdatingThenRunning() {
        String path = sandbox.endpoint(runningEndpoint());

        Answer updated =
                sandbox.sender().put(path, Map.of("description", "new")).mustBe(202);

        assertThat(updated.text("status")).isEqualTo("UPDATING");
        mustTurn(path, "UPDATING", ENDPOINT_DELAY, "RUNNING");
    }

    @Test
    void aChangedServiceIsUpdatingThenRunningAndGoesOnServing() {
        String service = runningServiceOn(runningEndpoint());

        sandbox.sender().put(sandbox.service(service), Map.of("name", "new")).mustBe(202);

        sandbox.invoke(service).mustBe(200);
        mustTurn(sandbox.service(service), "UPDATING", SERVICE_DELAY, "RUNNING");
        sandbox.invoke(service).mustBe(200);
    }

    @Test
    void whatIsChangedWhileItIsCreatedRunsOnlyAfterwards() {
        String endpoint = sandbox.createEndpoint("one", 0, 1).mustBe(202).id();
        String service = deployOn(endpoint);
        STUB.clock().advance(ENDPOINT_DELAY.minus(A_MOMENT));
        sandbox.sender().put(sandbox.endpoint(endpoint), Map.of()).mustBe(202);
        sandbox.sender().put(sandbox.service(service), Map.of("name", "new")).mustBe(202);
        assertThat(sandbox.status(sandbox.endpoint(endpoint))).isEqualTo("UPDATING");

        mustTurn(sandbox.service(service), "PENDING", ENDPOINT_DELAY, "CREATING");
        sandbox.sender().put(sandbox.service(service), Map.of()).mustBe(202);
        mustNotBeInvoked(service, "UPDATING");
        mustTurn(sandbox.service(service), "UPDATING", SERVICE_DELAY, "RUNNING");
        sandbox.invoke(service).mustBe(200);
    }

    @Test
    void whatIsBeingDeletedIsNotChanged() {
        String endpoint = runningEndpoint();
        String service = runningServiceOn(endpoint);
        sandbox.sender().delete(sandbox.service(service)).mustBe(202);
        sandbox.mustRefuse(
                ErrorCode.NOT_READY, () -> sandbox.sender().put(sandbox.service(service), Map.of("name", "new")));
        STUB.clock().advance(SERVICE_DELAY);
        sandbox.sender().put(sandbox.service(service), Map.of("name", "new")).mustBe(ErrorCode.NO_RESOURCE);

        sandbox.sender().delete(sandbox.endpoint(endpoint)).mustBe(202);
        sandbox.mustRefuse(
                ErrorCode.NOT_READY, () -> sandbox.sender().put(sandbox.endpoint(endpoint), Map.of("name", "new")));
        STUB.clock().advance(ENDPOINT_DELAY);
        sandbox.sender().put(sandbox.endpoint(endpoint), Map.of("name", "new")).mustBe(ErrorCode.NO_RESOURCE);
    }

    private void mustNotBeInvoked(String service, String status) {
        assertThat(sandbox.status(sandbox.service(service))).isEqualTo(status);
        sandbox.invoke(service).mustBe(ErrorCode.NOT_READY);
    }

    private void mustTurn(String path, String before, Duration delay, String after) {
        assertThat(sandbox.status(path)).isEqualTo(before);
        STUB.clock().advance(delay.minus(A_MOMENT));
        assertThat(sandbox.status(path)).isEqualTo(before);
        STUB.clock().advance(A_MOMENT);
        assertThat(sandbox.status(path)).isEqualTo(after);
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

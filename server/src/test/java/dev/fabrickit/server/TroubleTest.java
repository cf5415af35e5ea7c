package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.server.endpoint.EndpointTroubles;
import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.inferenceservice.ServiceTroubles;
import dev.fabrickit.server.lifecycle.Trouble;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of endpoints and inference services that do not come to run. */
class TroubleTest {
    private static final Duration DELAY = Duration.ofSeconds(10);

    @RegisterExtension
    static final StubDriver STUB =
            new StubDriver().with("fabrickit.delay.endpoint", DELAY).with("fabrickit.delay.service", DELAY);

    private Sandbox sandbox;
    private String endpoint;
    private String path;

    @BeforeEach
    void createEndpoint() {
        sandbox = STUB.sandbox();
        endpoint = sandbox.createEndpoint("one", 0, 5).id();
        path = sandbox.endpoint(endpoint);
    }

    @Test
    void aCreationFailsWhenItsTimeIsOver() {
        afflict(Trouble.CREATE_FAILED);

        mustShow(path, "CREATING", false);
        STUB.clock().advance(DELAY);
        mustShow(path, "CREATE_FAILED", true);
        assertThat(sandbox.contents(sandbox.endpoints()))
                .extracting(item -> item.get("error_code").textValue())
                .containsExactly("no.units");
    }

    @Test
    void anEndpointWhoseCreationFailedCanBeDeleted() {
        afflict(Trouble.CREATE_FAILED);
        STUB.clock().advance(DELAY);

        sandbox.sender().delete(path).mustBe(202);

        mustShow(path, "DELETING", false);
        STUB.clock().advance(DELAY);
        sandbox.sender().get(path).mustBe(ErrorCode.NO_RESOURCE);
        sandbox.createEndpoint("one", 0, 1).mustBe(202);
    }

    @Test
    void anEndpointWhoseCreationFailedRunsAfterAnUpdate() {
        afflict(Trouble.CREATE_FAILED);
        STUB.clock().advance(DELAY);

        update(path);

        mustShow(path, "UPDATING", false);
        STUB.clock().advance(DELAY);
        mustShow(path, "RUNNING", false);
    }

    @Test
    void theNextUpdateFailsAndNotTheOneAfter() {
        STUB.clock().advance(DELAY);
        afflict(Trouble.UPDATE_FAILED);
        mustShow(path, "RUNNING", false);

        update(path);
        mustShow(path, "UPDATING", false);
        STUB.clock().advance(DELAY);
        mustShow(path, "UPDATE_FAILED", true);

        update(path);
        STUB.clock().advance(DELAY);
        mustShow(path, "RUNNING", false);
    }

    @Test
    void aDeletionThatFailsLeavesTheEndpointToBeDeletedAgain() {
        STUB.clock().advance(DELAY);
        afflict(Trouble.DELETE_FAILED);

        sandbox.sender().delete(path).mustBe(202);
        STUB.clock().advance(DELAY);
        mustShow(path, "DELETE_FAILED", true);
        assertThat(sandbox.contents(sandbox.endpoints())).hasSize(1);
        sandbox.mustRefuse(ErrorCode.WORKSPACE_NOT_EMPTY, () -> sandbox.sender().delete(sandbox.path()));

        sandbox.sender().delete(path).mustBe(202);
        mustShow(path, "DELETING", false);
        STUB.clock().advance(DELAY);
        sandbox.sender().get(path).mustBe(ErrorCode.NO_RESOURCE);
    }

    @ParameterizedTest
    @EnumSource(names = {"FROZEN", "INACTIVE"})
    void whatIsNotAFailureLastsUntilItIsLifted(Trouble trouble) {
        STUB.clock().advance(DELAY);
        afflict(trouble);
        mustShow(path, trouble.name(), true);

        update(path);
        STUB.clock().advance(DELAY);
        mustShow(path, trouble.name(), true);

        STUB.bean(EndpointTroubles.class).end(endpoint);
        mustShow(path, "RUNNING", false);
    }

    @Test
    void aServiceStaysPendingOnAnEndpointWhoseCreationFailed() {
        String early = sandbox.service(deploy());
        afflict(Trouble.CREATE_FAILED);
        String late = sandbox.service(deploy());
        STUB.clock().advance(DELAY.multipliedBy(100));
        String later = sandbox.service(deploy());
        assertThat(sandbox.status(early)).isEqualTo("PENDING");
        assertThat(sandbox.status(late)).isEqualTo("PENDING");
        assertThat(sandbox.status(later)).isEqualTo("PENDING");

        update(path);
        update(later);

        assertThat(sandbox.status(early)).isEqualTo("PENDING");
        STUB.clock().advance(DELAY);
        assertThat(sandbox.status(early)).isEqualTo("CREATING");
        assertThat(sandbox.status(later)).isEqualTo("CREATING");
        STUB.clock().advance(DELAY);
        assertThat(sandbox.status(late)).isEqualTo("RUNNING");
    }

    @Test
    void aServiceThatWaitsForAFrozenEndpointBeginsOnceItIsLifted() {
        STUB.clock().advance(DELAY);
        String before = sandbox.service(deploy());
        afflict(Trouble.FROZEN);
        String after = sandbox.service(deploy());
        STUB.clock().advance(DELAY);
        assertThat(sandbox.status(before)).isEqualTo("RUNNING");
        assertThat(sandbox.status(after)).isEqualTo("PENDING");
        sandbox.sender().delete(after).mustBe(202);
        String another = sandbox.service(deploy());

        STUB.bean(EndpointTroubles.class).end(endpoint);

        assertThat(sandbox.status(after)).isEqualTo("DELETING");
        assertThat(sandbox.status(another)).isEqualTo("CREATING");
    }

    @Test
    void aServiceThatFailedIsNotInvokedAndRunsAfterAnUpdate() {
        STUB.clock().advance(DELAY);
        String service = deploy();
        STUB.bean(ServiceTroubles.class).begin(service, Trouble.FAILED, "no.units", "no units are left");
        mustShow(sandbox.service(service), "CREATING", false);
        STUB.clock().advance(DELAY);

        mustShow(sandbox.service(service), "FAILED", true);
        sandbox.invoke(service).mustBe(ErrorCode.NOT_READY);

        update(sandbox.service(service));
        sandbox.invoke(service).mustBe(ErrorCode.NOT_READY);
        STUB.clock().advance(DELAY);
        mustShow(sandbox.service(service), "RUNNING", false);
        sandbox.invoke(service).mustBe(200);
    }

    @Test
    void aServiceThatFailedCanBeHelpedOrDeleted() {
        STUB.clock().advance(DELAY);
        String service = deploy();
        STUB.bean(ServiceTroubles.class).begin(service, Trouble.FAILED, null, null);
        STUB.clock().advance(DELAY);
        assertThat(sandbox.status(sandbox.service(service))).isEqualTo("FAILED");

        STUB.bean(ServiceTroubles.class).end(service);
        mustShow(sandbox.service(service), "RUNNING", false);

        STUB.bean(ServiceTroubles.class).begin(service, Trouble.FAILED, null, null);
        sandbox.sender().delete(sandbox.service(service)).mustBe(202);
        STUB.clock().advance(DELAY);
        sandbox.sender().get(sandbox.service(service)).mustBe(ErrorCode.NO_RESOURCE);
    }

    @Test
    void onlyTheTroublesOfItsKindStrikeAResource() {
        String service = deploy();
        String nowhere = UUID.randomUUID().toString();

        mustRefuse(() -> afflict(Trouble.FAILED), "CREATE_FAILED, UPDATE_FAILED, DELETE_FAILED, FROZEN, INACTIVE");
        mustRefuse(() -> STUB.bean(ServiceTroubles.class).begin(service, Trouble.CREATE_FAILED, null, null), "FAILED");
        mustRefuse(() -> STUB.bean(EndpointTroubles.class).end(nowhere), nowhere);
        mustRefuse(() -> STUB.bean(ServiceTroubles.class).end(nowhere), nowhere);
    }

    private static void mustRefuse(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(Refusal.class).hasMessageContaining(message);
    }

    private void afflict(Trouble trouble) {
        STUB.bean(EndpointTroubles.class).begin(endpoint, trouble, "no.units", "no units are left");
    }

    private String deploy() {
        return sandbox.deploy(sandbox.createModel().id(), endpoint, 1, 1)
                .mustBe(202)
                .id();
    }

    private void update(String what) {
        sandbox.sender().put(what, Map.of("description", "again")).mustBe(202);
    }

    private void mustShow(String what, String status, boolean why) {
        JsonNode shown = sandbox.sender().get(what).mustBe(200).json();
        assertThat(shown.get("status").textValue()).isEqualTo(status);
        assertThat(shown.path("error_code").textValue()).isEqualTo(why ? "no.units" : null);
        assertThat(shown.path("error_msg").textValue()).isEqualTo(why ? "no units are left" : null);
    }
}

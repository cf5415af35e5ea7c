package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.server.error.ErrorCode;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what: nobody anything without a token, and everybody everything with their own. */
class AuthTest {
    private static final String OTHER = "the-token-of-another";

    @RegisterExtension
    static final StubDriver STUB = new StubDriver().with("fabrickit.accounts.other.tokens", OTHER);

    static Stream<Contract.Promise> guardedOperations() {
        return Contract.OPERATIONS.stream().filter(promise -> !promise.isOpenToAll());
    }

    @ParameterizedTest
    @MethodSource("guardedOperations")
    void anOperationIsClosedWithoutAToken(Contract.Promise operation) {
        mustBeClosed(operation, STUB.sender(null), "APIGW.0301");
    }

    @ParameterizedTest
    @MethodSource("guardedOperations")
    void anOperationIsClosedToAWrongToken(Contract.Promise operation) {
        mustBeClosed(operation, STUB.sender("fabrickit-development-tokem"), "APIG.1002");
    }

    private static void mustBeClosed(Contract.Promise operation, Sender sender, String code) {
        String path = operation.pathWith(UUID.randomUUID().toString());
        sender.send(operation.verb(), path, operation.exampleBody()).mustBeError(401, code);
        sender.send(operation.verb(), path, "{").mustBeError(401, code);
    }

    @Test
    void whoIsNotLetInCreatesNothing() {
        JsonNode before = STUB.sender().get("/v1/workspaces").json();

        STUB.sender("wrong")
                .post("/v1/workspaces", Example.tutorial("createWorkspace"))
                .mustBe(401);

        assertThat(STUB.sender().get("/v1/workspaces").json()).isEqualTo(before);
    }

    @Test
    void everyOperationButHealthIsGuarded() {
        assertThat(guardedOperations()).hasSize(Contract.OPERATIONS.size() - 1);
        Stream.of(STUB.sender(null), STUB.sender("wrong"), STUB.sender())
                .forEach(sender -> assertThat(
                                sender.get("/healthcheck").mustBe(200).text("status"))
                        .isEqualTo("UP"));
    }

    @Test
    void anotherAccountSeesNothing() {
        Sandbox sandbox = STUB.sandbox();
        String itself = "/v1/workspaces?id=" + sandbox.id();
        Sandbox other = Sandbox.in(STUB.sender(OTHER));

        assertThat(sandbox.contents(itself)).hasSize(1);
        assertThat(other.contents(itself)).isEmpty();
        assertThat(other.contents("/v1/workspaces?limit=100"))
                .extracting(workspace -> workspace.get("create_domain_name").textValue())
                .containsOnly("other");
    }

    @Test
    void anotherAccountReachesNothing() {
        Sandbox sandbox = STUB.sandbox();
        String endpoint = sandbox.createEndpoint("one", 0, 1).id();
        String model = sandbox.createModel().id();
        String service = sandbox.deploy(model, endpoint).mustBe(202).id();
        Sandbox intruder = new Sandbox(STUB.sender(OTHER), sandbox.id());

        Stream.of(
                        intruder.endpoints(),
                        intruder.endpoint(endpoint),
                        intruder.models(),
                        intruder.services(),
                        intruder.service(service))
                .forEach(path -> intruder.sender().get(path).mustBe(ErrorCode.NO_WORKSPACE));
        sandbox.mustRefuse(ErrorCode.NO_WORKSPACE, () -> intruder.createEndpoint("two", 0, 1));
        sandbox.mustRefuse(ErrorCode.NO_WORKSPACE, intruder::createModel);
        sandbox.mustRefuse(ErrorCode.NO_WORKSPACE, () -> intruder.deploy(model, endpoint));
        sandbox.mustRefuse(ErrorCode.NO_WORKSPACE, () -> intruder.invoke(service));
        Stream.of(intruder.path(), intruder.endpoint(endpoint), intruder.model(model), intruder.service(service))
                .forEach(path -> sandbox.mustRefuse(
                        ErrorCode.NO_WORKSPACE, () -> intruder.sender().delete(path)));
    }

    @Test
    void anotherAccountCannotBuildOnWhatItDoesNotOwn() {
        Sandbox sandbox = STUB.sandbox();
        String endpoint = sandbox.createEndpoint("one", 0, 1).id();
        String model = sandbox.createModel().id();
        Sandbox intruder = Sandbox.in(STUB.sender(OTHER));
        String ownEndpoint = intruder.createEndpoint("one", 0, 1).id();
        String ownModel = intruder.createModel().id();

        intruder.mustRefuse(ErrorCode.NO_RESOURCE, () -> intruder.deploy(ownModel, endpoint));
        intruder.mustRefuse(ErrorCode.NO_RESOURCE, () -> intruder.deploy(model, ownEndpoint));
        intruder.deploy(ownModel, ownEndpoint).mustBe(202);
    }

    @Test
    void resourcesBearTheNameOfTheirAccount() {
        Sandbox other = Sandbox.in(STUB.sender(OTHER));

        assertThat(other.createEndpoint("one", 0, 1)
                        .json()
                        .at("/owner/domain_name")
                        .textValue())
                .isEqualTo("other");
        assertThat(STUB.sandbox()
                        .createEndpoint("one", 0, 1)
                        .json()
                        .at("/owner/domain_name")
                        .textValue())
                .isEqualTo("development");
    }
}

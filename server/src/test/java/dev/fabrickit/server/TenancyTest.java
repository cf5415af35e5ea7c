package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.server.error.ErrorCode;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One account never meets another's resources: by no operation, list, filter or message. */
class TenancyTest {
    private static final String INTRUDER = "the-token-of-another";
    private static final String WORKSPACE = "workspace_id";

    @RegisterExtension
    static final StubDriver STUB = new StubDriver().with("fabrickit.accounts.other.tokens", INTRUDER);

    private static Sandbox owned;
    private static Map<String, String> ids;
    private static Sandbox intruder;

    @BeforeAll
    static void createOneOfEverything() {
        owned = STUB.sandbox();
        String endpoint = owned.createEndpoint("secret-endpoint", 0, 4).id();
        Answer model = owned.createModel();
        String service = owned.deploy(model.id(), endpoint, 1, 1).mustBe(202).id();
        ids = Map.of(
                WORKSPACE,
                owned.id(),
                "endpoint_id",
                endpoint,
                "model_id",
                model.id(),
                "version_id",
                model.text("version_id"),
                "instance_id",
                service,
                "id",
                service);
        intruder = Sandbox.in(STUB.sender(INTRUDER));
    }

    static Stream<Contract.Promise> operationsOnAWorkspace() {
        return Contract.OPERATIONS.stream().filter(operation -> operation.path().contains("{" + WORKSPACE + "}"));
    }

    static Stream<Contract.Promise> operationsOnAnotherResource() {
        return operationsOnAWorkspace()
                .filter(operation -> operation.parametersIn("path").size() > 1);
    }

    static Stream<Contract.Promise> lists() {
        return Contract.OPERATIONS.stream()
                .filter(operation ->
                        operation.id().startsWith("list") && !operation.path().contains("models/{"));
    }

    @ParameterizedTest
    @MethodSource("operationsOnAWorkspace")
    void aForeignWorkspaceDoesNotExist(Contract.Promise operation) {
        mustLookMissing(operation, owned.id(), UUID.randomUUID().toString(), ErrorCode.NO_WORKSPACE);
    }

    @ParameterizedTest
    @MethodSource("operationsOnAnotherResource")
    void aForeignResourceDoesNotExist(Contract.Promise operation) {
        mustLookMissing(operation, intruder.id(), intruder.id(), ErrorCode.NO_RESOURCE);
    }

    /** What is foreign must be answered word for word as what never was. */
    private static void mustLookMissing(
            Contract.Promise operation, String workspace, String emptyWorkspace, ErrorCode expected) {
        List<JsonNode> before = owned.contents();
        Object body = operation.exampleBody();

        Answer foreign = intruder.sender().send(operation.verb(), path(operation, workspace, ids), body);
        // The operations of a later version answer everybody the same.
        assumeThat(foreign.status()).isNotEqualTo(501);
        foreign.mustBe(expected);
        Map<String, String> unknown = unknownIds();
        Answer missing = intruder.sender().send(operation.verb(), path(operation, emptyWorkspace, unknown), body);

        assertThat(anonymous(foreign, ids, workspace)).isEqualTo(anonymous(missing, unknown, emptyWorkspace));
        assertThat(foreign.body()).doesNotContain("development", "secret-endpoint");
        assertThat(owned.contents()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aListHoldsNothingForeignWhateverTheFilter(Contract.Promise list) {
        String path = path(list, intruder.id(), ids);
        Stream.concat(
                        Stream.of(path, path + "?limit=100"),
                        list.parametersIn("query").stream()
                                .map(Parameter::getName)
                                .filter(ids::containsKey)
                                .map(filter -> path + "?" + filter + "=" + ids.get(filter)))
                .forEach(target -> assertThat(
                                intruder.sender().get(target).mustBe(200).body())
                        .doesNotContain(ids.values())
                        .doesNotContain("development", "secret-endpoint"));
    }

    @Test
    void aListOfWorkspacesFindsNoForeignOne() {
        assertThat(owned.contents("/v1/workspaces?id=" + owned.id())).hasSize(1);
        assertThat(intruder.contents("/v1/workspaces?id=" + owned.id())).isEmpty();
    }

    @Test
    void nothingForeignCanBeBuiltOn() {
        String endpoint = intruder.createEndpoint("own", 0, 4).id();
        String model = intruder.createModel().id();

        intruder.mustRefuse(ErrorCode.NO_RESOURCE, () -> intruder.deploy(model, ids.get("endpoint_id")));
        intruder.mustRefuse(ErrorCode.NO_RESOURCE, () -> intruder.deploy(ids.get("model_id"), endpoint));
        ObjectNode foreignVersion = Example.tutorial("deployServiceInstance").put("endpoint_id", endpoint);
        foreignVersion.withObject("/source").put("id", model).put("version_id", ids.get("version_id"));
        intruder.sender().post(intruder.services(), foreignVersion).mustBe(400);
    }

    private static String path(Contract.Promise operation, String workspace, Map<String, String> others) {
        String path = operation.path().replace("{" + WORKSPACE + "}", workspace);
        for (Map.Entry<String, String> id : others.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        assertThat(path).doesNotContain("{");
        return path;
    }

    private static Map<String, String> unknownIds() {
        return Map.of(
                "endpoint_id", UUID.randomUUID().toString(),
                "model_id", UUID.randomUUID().toString(),
                "version_id", UUID.randomUUID().toString(),
                "instance_id", UUID.randomUUID().toString());
    }

    private static String anonymous(Answer answer, Map<String, String> others, String workspace) {
        String text = answer.body().replace(workspace, "{" + WORKSPACE + "}");
        for (Map.Entry<String, String> id : others.entrySet()) {
            text = text.replace(id.getValue(), "{an id}");
        }
        return text;
    }
}

package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.server.error.ErrorCode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How the versions of a model come and go. */
class ModelVersionTest {
    @RegisterExtension
    static final StubDriver STUB = StubDriver.shared();

    private Sandbox sandbox;
    private String model;
    private String first;

    @BeforeEach
    void createModel() {
        sandbox = STUB.sandbox();
        Answer created = sandbox.createModel();
        model = created.id();
        first = created.text("version_id");
    }

    @Test
    void aNewVersionKeepsAllItsFieldsAndBecomesCurrent() {
        ObjectNode sent = Example.request("updateModelDefinition", "newVersion");

        JsonNode shown = put(sent).mustBe(200).json().get("current_version");

        for (Map.Entry<String, JsonNode> field : sent.get("version").properties()) {
            assertThat(shown.get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue());
        }
        assertThat(sandbox.contents(sandbox.versions(model))).first().isEqualTo(shown);
        assertThat(sandbox.contents(sandbox.versions(model)))
                .extracting(version -> version.get("id").textValue())
                .containsExactly(shown.get("id").textValue(), first);
        assertThat(sandbox.contents(sandbox.models()))
                .singleElement()
                .satisfies(item -> assertThat(item.get("current_version")).isEqualTo(shown));
    }

    @Test
    void aVersionOfTheModelIsMadeCurrentAgain() {
        String second = addVersion();

        Answer updated = put(Map.of("current_version_id", first)).mustBe(200);

        assertThat(updated.json().at("/current_version/id").textValue()).isEqualTo(first);
        assertThat(sandbox.contents(sandbox.versions(model))).hasSize(2);
        put(Map.of("current_version_id", second)).mustBe(200);
        sandbox.mustRefuse(
                ErrorCode.NO_RESOURCE,
                () -> put(Map.of("current_version_id", UUID.randomUUID().toString())));
        String foreign = sandbox.createModel().text("version_id");
        sandbox.mustRefuse(ErrorCode.NO_RESOURCE, () -> put(Map.of("current_version_id", foreign)));
    }

    @Test
    void aNewVersionAndAnOldOneAreNotMadeCurrentTogether() {
        sandbox.mustRefuse(
                ErrorCode.INVALID_REQUEST,
                () -> put(Map.of("current_version_id", first, "version", Map.of("name", "two"))));
        assertThat(sandbox.contents(sandbox.versions(model))).hasSize(1);
    }

    @Test
    void theBaseModelOfANewVersionIsKnownOrEmpty() {
        ObjectNode sent = Example.request("updateModelDefinition", "newVersion");
        sent.withObject("/version/config/llm_model_config").put("base_model_type", "QWEN_3");

        sandbox.mustRefuse(ErrorCode.NO_BASE_MODEL, () -> put(sent));
        assertThat(sandbox.contents(sandbox.versions(model))).hasSize(1);
    }

    @Test
    void aServiceKeepsTheVersionThatItWasDeployedWith() {
        String endpoint = sandbox.createEndpoint("one", 0, 2).id();
        String before = sandbox.deploy(model, endpoint, 1, 1).id();
        String second = addVersion();
        String after = sandbox.deploy(model, endpoint, 1, 1).id();

        assertThat(versionOf(before)).isEqualTo(first);
        assertThat(versionOf(after)).isEqualTo(second);
    }

    private String versionOf(String service) {
        return sandbox.sender()
                .get(sandbox.service(service))
                .json()
                .at("/source/version_id")
                .textValue();
    }

    @Test
    void theCurrentVersionIsNotDeleted() {
        sandbox.mustRefuse(ErrorCode.VERSION_IS_CURRENT, () -> delete(first));
        String second = addVersion();
        sandbox.mustRefuse(ErrorCode.VERSION_IS_CURRENT, () -> delete(second));

        delete(first).mustBe(202);

        delete(first).mustBe(ErrorCode.NO_RESOURCE);
        assertThat(sandbox.contents(sandbox.versions(model))).hasSize(1);
        sandbox.mustRefuse(ErrorCode.NO_RESOURCE, () -> put(Map.of("current_version_id", first)));
    }

    @Test
    void aVersionThatAServiceUsesIsNotDeleted() {
        String endpoint = sandbox.createEndpoint("one", 0, 2).id();
        String service = sandbox.deploy(model, endpoint, 1, 1).id();
        addVersion();

        sandbox.mustRefuse(ErrorCode.VERSION_IN_USE, () -> delete(first));
        sandbox.sender().delete(sandbox.service(service)).mustBe(202);
        delete(first).mustBe(202);
    }

    @Test
    void aVersionIsFoundOnlyInItsModel() {
        addVersion();
        String other = sandbox.createModel().id();

        sandbox.sender().delete(sandbox.versions(other) + "/" + first).mustBe(ErrorCode.NO_RESOURCE);
        sandbox.sender().get(sandbox.versions(UUID.randomUUID().toString())).mustBe(ErrorCode.NO_RESOURCE);
        assertThat(sandbox.contents(sandbox.versions(model))).hasSize(2);
    }

    @Test
    void aModelGoesWithAllItsVersions() {
        addVersion();

        sandbox.sender().delete(sandbox.model(model)).mustBe(200);

        sandbox.sender().get(sandbox.versions(model)).mustBe(ErrorCode.NO_RESOURCE);
    }

    private String addVersion() {
        return put(Map.of("version", Map.of("name", "two")))
                .mustBe(200)
                .json()
                .at("/current_version/id")
                .textValue();
    }

    private Answer put(Object body) {
        return sandbox.sender().put(sandbox.model(model), body);
    }

    private Answer delete(String version) {
        return sandbox.sender().delete(sandbox.versions(model) + "/" + version);
    }
}

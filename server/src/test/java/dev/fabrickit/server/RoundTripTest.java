package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent is stored and given back unaltered. */
@Tag("database")
class RoundTripTest {
    private static final String EMOJI = "\uD83D\uDE80";
    private static final String MIXED = "推理 café cafe\u0301 \uD83D\uDC69\u200D\uD83D\uDCBB \u2028\t\n\\ end ";

    @RegisterExtension
    static final StubDriver STUB = StubDriver.shared();

    private Sandbox sandbox;

    @BeforeEach
    void createWorkspace() {
        sandbox = STUB.sandbox();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tutorial", "complete"})
    void aWorkspaceKeepsAllItsFields(String example) {
        mustKeepWorkspace(Example.request("createWorkspace", example));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aWorkspaceKeepsItsDescription(String text) {
        mustKeepWorkspace(Example.tutorial("createWorkspace").put("description", cut(text, 255)));
        mustKeepWorkspace(Example.tutorial("createWorkspace").put("description", "<>&=!\"'" + cut(text, 248)));
    }

    private void mustKeepWorkspace(ObjectNode sent) {
        Answer created = sandbox.sender().post("/v1/workspaces", sent).mustBe(200);

        mustContain(created.json(), sent);
        assertThat(sandbox.contents("/v1/workspaces?id=" + created.id())).containsExactly(created.json());
    }

    @Test
    void aWorkspaceWithoutAProjectIsInTheDefaultOne() {
        Answer created = sandbox.sender().post("/v1/workspaces", Map.of("name", "team"));

        assertThat(created.text("enterprise_project_id")).isEqualTo("0");
    }

    @Test
    void anEndpointKeepsTheFieldsOfTheTutorial() {
        mustKeepEndpoint(Example.tutorial("createEndpoint"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void anEndpointKeepsItsNameAndDescription(String text) {
        mustKeepEndpoint(Example.tutorial("createEndpoint")
                .put("name", "智".repeat(126) + ".-")
                .put("description", cut(text, 1000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "false",
                "0",
                "''",
                "'text'",
                "[]",
                "{}",
                "[null]",
                "[[],{},[null,{'x':null}]]",
                "{'a':null,'b':{'c':null,'d':[null,1]},'':0}",
                "{'b':1,'a':2}",
                "-12345678901234567890123456789",
                "0.1234567890123456789012345",
                "1E+400",
                "1.50",
                "'1e5'"
            })
    void anEndpointKeepsWhatItDoesNotUnderstand(String json) throws Exception {
        JsonNode opaque = Sender.JSON.readTree(json.replace('\'', '"'));
        ObjectNode sent = Example.tutorial("createEndpoint");
        Stream.of("ray_resource", "cap", "config", "cache_list", "log_config", "public_access", "custom_image_id")
                .forEach(field -> sent.set(field, opaque));
        mustKeepEndpoint(sent);
    }

    @Test
    void anEndpointKeepsReservationsThatItDoesNotUnderstand() throws Exception {
        ObjectNode sent = Example.tutorial("createEndpoint");
        sent.withObject("/reserved_resource")
                .setAll((ObjectNode) Sender.JSON.readTree("{\"apu\":[{\"min\":null}],\"dpu\":{\"nodes\":[null,0]}}"));

        mustKeepEndpoint(sent);
    }

    private void mustKeepEndpoint(ObjectNode sent) {
        Answer created = sandbox.sender().post(sandbox.endpoints(), sent).mustBe(202);

        Answer shown = sandbox.sender().get(sandbox.endpoint(created.id())).mustBe(200);
        mustContain(shown.json(), sent);
        assertThat(created.json()).isEqualTo(shown.json());
        assertThat(sandbox.contents(sandbox.endpoints())).containsExactly(shown.json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tutorial", "ownWeights"})
    void aModelKeepsAllItsFields(String example) {
        mustKeepModel(Example.request("createModelDefinition", example));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aModelKeepsItsNamesAndDescriptions(String text) {
        ObjectNode sent = Example.tutorial("createModelDefinition")
                .put("name", "模".repeat(62) + "_ ")
                .put("description", cut(text, 1024));
        sent.withObject("/version").put("name", "版".repeat(64)).put("description", cut(text, 1000));
        sent.withObject("/version/config/llm_model_config").put("model_path", "obs://桶/" + EMOJI.repeat(1015) + "/");

        mustKeepModel(sent);
    }

    private void mustKeepModel(ObjectNode sent) {
        Answer created = sandbox.sender().post(sandbox.models(), sent).mustBe(200);

        assertThat(sandbox.contents(sandbox.models())).singleElement().satisfies(shown -> {
            mustContain(shown, sent.deepCopy().without("version"));
            mustContain(shown.get("current_version"), sent.get("version"));
            assertThat(shown.get("id")).isEqualTo(created.json().get("id"));
            assertThat(shown.at("/current_version/id")).isEqualTo(created.json().get("version_id"));
        });
    }

    @Test
    void aServiceKeepsTheFieldsOfTheTutorial() {
        Answer model = sandbox.createModel();
        ObjectNode sent = deployment("tutorial", model);

        JsonNode shown = mustKeepService(sent);

        assertThat(shown.at("/source/version_id")).isEqualTo(model.json().get("version_id"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aServiceKeepsItsUnitsNameAndDescription(String text) {
        Answer model = sandbox.createModel();
        ObjectNode sent =
                deployment("withUnits", model).put("name", "务".repeat(64)).put("description", cut(text, 1024));
        sent.withObject("/source").set("version_id", model.json().get("version_id"));

        mustKeepService(sent);
    }

    private ObjectNode deployment(String example, Answer model) {
        ObjectNode sent = Example.request("deployServiceInstance", example)
                .put("endpoint_id", sandbox.createEndpoint("one", 1, 2).id());
        sent.withObject("/source").put("id", model.id());
        return sent;
    }

    private JsonNode mustKeepService(ObjectNode sent) {
        String service =
                sandbox.sender().post(sandbox.services(), sent).mustBe(202).id();

        JsonNode shown =
                sandbox.sender().get(sandbox.service(service)).mustBe(200).json();
        mustContain(shown, sent.deepCopy().without("source"));
        mustContain(shown.get("source"), sent.get("source"));
        assertThat(sandbox.contents(sandbox.services())).singleElement().satisfies(item -> mustContain(shown, item));
        return shown;
    }

    @Test
    void aServiceThatAsksForNoUnitsTakesAllThatAreFree() {
        String model = sandbox.createModel().id();
        String endpoint = sandbox.createEndpoint("one", 2, 5).id();
        sandbox.deploy(model, endpoint, 1, 2).mustBe(202);

        mustHoldUnits(sandbox.deploy(model, endpoint), 2, 3);
    }

    @Test
    void anEndpointWithoutUnitsHasUpToAThousand() {
        String endpoint = sandbox.sender()
                .post(sandbox.endpoints(), Map.of("name", "one", "type", "inference"))
                .id();

        mustHoldUnits(sandbox.deploy(sandbox.createModel().id(), endpoint), 0, 1000);
    }

    private void mustHoldUnits(Answer deployed, int min, int max) {
        JsonNode shown = sandbox.sender().get(sandbox.service(deployed.id())).json();
        mustContain(
                shown.at("/config/model_instance_config/resource"),
                Sender.JSON.valueToTree(Map.of("spec_code", "mu.llama3.8b", "min", min, "max", max)));
    }

    static Stream<String> texts() {
        return Stream.of("", " ", MIXED, EMOJI.repeat(1024), "智".repeat(1024));
    }

    /** At most so many code points of a text. */
    private static String cut(String text, int length) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(length, text.codePointCount(0, text.length()))));
    }

    /** Compares what was sent, field by field; a field that was sent as null may be absent. */
    private static void mustContain(JsonNode shown, JsonNode sent) {
        assertThat(sent.properties()).isNotEmpty().allSatisfy(field -> {
            JsonNode value = shown.path(field.getKey());
            assertThat(value.isMissingNode() ? NullNode.instance : value)
                    .as(field.getKey())
                    .isEqualTo(field.getValue());
        });
    }
}

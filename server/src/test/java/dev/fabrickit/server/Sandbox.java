package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.server.error.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A workspace of its own for one test, and the tutorial's requests to it. */
record Sandbox(Sender sender, String id) {

    static Sandbox in(Sender sender) {
        return new Sandbox(
                sender,
                sender.post("/v1/workspaces", Example.tutorial("createWorkspace"))
                        .id());
    }

    String path() {
        return "/v1/workspaces/" + id;
    }

    String endpoints() {
        return path() + "/endpoints";
    }

    String endpoint(String endpoint) {
        return endpoints() + "/" + endpoint;
    }

    String models() {
        return path() + "/models";
    }

    String model(String model) {
        return models() + "/" + model;
    }

    String versions(String model) {
        return model(model) + "/versions";
    }

    String services() {
        return path() + "/services/instances";
    }

    String service(String service) {
        return services() + "/" + service;
    }

    Answer createEndpoint(String name, int min, int max) {
        return createEndpoint(name, "inference", Map.of("spec_code", "mu.llama3.8b", "min", min, "max", max));
    }

    Answer createEndpoint(String name, String type, Map<String, ?> units) {
        return sender.post(endpoints(), Map.of("name", name, "type", type, "reserved_resource", Map.of("mu", units)));
    }

    Answer createModel() {
        return sender.post(models(), Example.tutorial("createModelDefinition"));
    }

    /** Asks for no units, as the tutorial does. */
    Answer deploy(String model, String endpoint) {
        return sender.post(services(), deployment(model, endpoint));
    }

    Answer deploy(String model, String endpoint, int min, int max) {
        return deploy(model, endpoint, Map.of("spec_code", "mu.llama3.8b", "min", min, "max", max));
    }

    Answer deploy(String model, String endpoint, Map<String, ?> units) {
        ObjectNode body = deployment(model, endpoint);
        body.withObject("/config/model_instance_config").putPOJO("resource", units);
        return sender.post(services(), body);
    }

    private static ObjectNode deployment(String model, String endpoint) {
        ObjectNode body = Example.tutorial("deployServiceInstance").put("endpoint_id", endpoint);
        body.withObject("/source").put("id", model);
        return body;
    }

    Answer invoke(String service) {
        return sender.post(service(service) + "/invocations", Example.tutorial("invokeModelService"));
    }

    /** What showing it at this path says of its status. */
    String status(String path) {
        return sender.get(path).mustBe(200).text("status");
    }

    /** What a list has on its first page. */
    List<JsonNode> contents(String list) {
        JsonNode page = sender.get(list).mustBe(200).json();
        List<JsonNode> items = StreamSupport.stream(page.spliterator(), false)
                .filter(JsonNode::isArray)
                .flatMap(array -> StreamSupport.stream(array.spliterator(), false))
                .toList();
        assertThat(page.get("total").intValue()).isEqualTo(items.size());
        return items;
    }

    /** All that the lists of the workspace show. */
    List<JsonNode> contents() {
        return Stream.of("/v1/workspaces?id=" + id, endpoints(), models(), services())
                .flatMap(list -> contents(list).stream())
                .toList();
    }

    /** Checks both the answer and that it changed nothing. */
    void mustRefuse(ErrorCode code, Supplier<Answer> request) {
        List<JsonNode> before = contents();
        request.get().mustBe(code);
        assertThat(contents()).isEqualTo(before);
    }
}

package dev.fabrickit.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A workspace with some of everything: of each kind some made at one moment, and others later.
 *
 * @param ids of all of them, by name; of the last of a name
 */
record Shelf(Sender sender, Map<String, String> ids) {

    static Shelf fill(StubDriver stub) {
        Map<String, String> ids = new HashMap<>();
        Sandbox sandbox = stub.sandbox();
        Sender sender = sandbox.sender();
        ids.put("workspace", sandbox.id());
        ids.put("nowhere", UUID.randomUUID().toString());
        for (String name : List.of("list-one", "list-two", "list_three")) {
            Answer created = sender.post(
                    "/v1/workspaces",
                    Map.of("name", name, "enterprise_project_id", name.replace('_', '-') + "-project"));
            ids.put(name, created.id());
        }
        for (String name : List.of("e-first", "e-second", "E-third")) {
            ids.put(name, sandbox.createEndpoint(name, 0, 9).id());
        }
        stub.clock().advance(Duration.ofSeconds(1));
        ids.put(
                "e-ray",
                sandbox.createEndpoint("e-ray", "ray", Map.of("spec_code", "mu.llama3.8b", "min", 0, "max", 1))
                        .id());

        for (String name : List.of("m-b", "m-a", "智", "M-c", "m-a")) {
            Map<String, Object> model = Map.of("name", name, "type", "LLM_MODEL", "version", Map.of("name", "v-00"));
            ids.put(name, sender.post(sandbox.models(), model).id());
            stub.clock().advance(Duration.ofSeconds(name.equals("m-b") ? 0 : 1));
        }
        sender.put(sandbox.model(ids.get("m-b")), Map.of("description", "changed"))
                .mustBe(200);
        for (String name : List.of("v-01", "v-02", "w-03")) {
            Answer model = sender.put(
                    sandbox.model(ids.get("m-b")), Map.of("version", Map.of("name", name, "config", Map.of())));
            ids.put(name, model.json().at("/current_version/id").textValue());
        }

        for (String name : List.of("s-first", "s-second", "s.third")) {
            String endpoint = name.equals("s-first") ? "e-first" : "e-second";
            String model = name.equals("s.third") ? "m-a" : "m-b";
            Map<String, Object> units = Map.of("spec_code", "mu.llama3.8b", "min", 1, "max", 1);
            Map<String, Object> service = Map.of(
                    "name",
                    name,
                    "endpoint_id",
                    ids.get(endpoint),
                    "source",
                    Map.of("id", ids.get(model)),
                    "config",
                    Map.of("model_instance_config", Map.of("resource", units)));
            ids.put(name, sender.post(sandbox.services(), service).id());
        }
        return new Shelf(sender, ids);
    }

    /** A list, where names in braces stand for ids, and {path} for the workspace. */
    JsonNode page(String list) {
        String path = list.replace("{path}", "/v1/workspaces/{workspace}");
        return sender.get(withIds(path)).mustBe(200).json();
    }

    /** A text with ids in place of the names in braces. */
    String withIds(String text) {
        String filled = text;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled;
    }

    static List<JsonNode> items(JsonNode page) {
        return page.properties().stream()
                .map(Map.Entry::getValue)
                .filter(JsonNode::isArray)
                .flatMap(JsonNode::valueStream)
                .toList();
    }
}

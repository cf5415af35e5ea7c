package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** Speaks with one inference service. Fields of a request are given as JSON in single quotes, beside the tutorial's own. */
record Conversation(Sender sender, String path) {

    static Conversation with(StubDriver stub) {
        return in(stub.sandbox(), "");
    }

    /** With an inference service of a model with this base model. */
    static Conversation in(Sandbox sandbox, String baseModel) {
        ObjectNode model = Example.tutorial("createModelDefinition");
        model.withObject("/version/config/llm_model_config").put("base_model_type", baseModel);
        String id = sandbox.sender().post(sandbox.models(), model).id();
        String endpoint = sandbox.createEndpoint("one", 0, 1).id();
        String service = sandbox.deploy(id, endpoint).id();
        return new Conversation(sandbox.sender(), sandbox.service(service) + "/invocations");
    }

    static ObjectNode request(String fields) {
        ObjectNode request = Example.tutorial("invokeModelService");
        request.setAll((ObjectNode) parse(fields.replace('\'', '"')));
        return request;
    }

    Answer send(String fields) {
        return sender.post(path, request(fields));
    }

    /** The answer as one JSON object. */
    JsonNode whole(String fields) {
        return sender.post(path, request(fields).put("stream", false))
                .mustBe(200)
                .json();
    }

    /** The chunks of a streamed answer, which must be complete. */
    List<JsonNode> stream(String fields) {
        List<String> events = Stream.of(send(fields).mustBe(200).body().split("\n\n"))
                .map(event -> event.substring("data: ".length()))
                .toList();
        assertThat(events).endsWith("[DONE]");
        return events.subList(0, events.size() - 1).stream()
                .map(Conversation::parse)
                .toList();
    }

    static JsonNode parse(String json) {
        try {
            return Sender.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

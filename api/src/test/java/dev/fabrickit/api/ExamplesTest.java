package dev.fabrickit.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.api.Element.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The example files, and the example values within the contract. */
class ExamplesTest {

    Contract contract = Contract.OURS;

    private record Example(String name, String file, Element mediaType) {}

    private Stream<Example> examples() {
        return contract.elements(Kind.MEDIA_TYPE)
                .flatMap(mediaType -> mediaType.node().path("examples").properties().stream()
                        .map(entry -> new Example(
                                entry.getKey(),
                                entry.getValue().path("externalValue").asText().replaceFirst("^examples/", ""),
                                mediaType)));
    }

    @Test
    void everyBodyHasANamedExample() {
        assertThat(contract.elements(Kind.MEDIA_TYPE))
                .filteredOn(mediaType -> mediaType.node().path("examples").isEmpty())
                .extracting(Element::name)
                .isEmpty();
    }

    @Test
    void everyExampleIsAFile() {
        assertThat(contract.elements(Kind.MEDIA_TYPE))
                .filteredOn(mediaType -> mediaType.node().has("example")
                        || mediaType.node().path("examples").valueStream().anyMatch(ExamplesTest::isNoFileWithASummary))
                .extracting(Element::name)
                .isEmpty();
    }

    private static boolean isNoFileWithASummary(JsonNode example) {
        return example.has("value")
                || example.path("summary").asText().isBlank()
                || !example.path("externalValue").asText().startsWith("examples/");
    }

    @Test
    void noFileIsMissingOrIdle() {
        assertThat(contract.examples().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        examples().map(Example::file).collect(Collectors.toSet()));
    }

    @Test
    void everyFileStandsByItsName() {
        assertThat(examples())
                .filteredOn(example -> !example.file().equals(expectedFile(example)))
                .extracting(example -> example.file() + " must be " + expectedFile(example))
                .isEmpty();
    }

    private String expectedFile(Example example) {
        String[] place = example.mediaType().name().split("/");
        String prefix = place[0].equals("responses")
                ? "error." + statusOf(place[1])
                : place[0] + "." + (place[1].equals("requestBody") ? "request" : place[2]);
        String ending = example.mediaType().name().endsWith("application/json") ? "json" : "txt";
        return String.join(".", prefix, example.name(), ending);
    }

    private String statusOf(String response) {
        return contract.elements(Kind.RESPONSE)
                .filter(answer -> answer.node().path("$ref").asText().equals("#/components/responses/" + response))
                .map(Element::lastName)
                .distinct()
                .sorted()
                .collect(Collectors.joining("+"));
    }

    @Test
    void everyJsonFitsItsSchema() {
        Schemas schemas = new Schemas(contract);
        assertThat(files("application/json"))
                .flatExtracting(example ->
                        schemas.errors(example.mediaType().pointer() + "/schema", example.file(), json(example.file())))
                .isEmpty();
    }

    @Test
    void everyStreamIsWhole() {
        Schemas schemas = new Schemas(contract);
        assertThat(files("text/event-stream"))
                .flatExtracting(example -> stream(example).errors(schemas))
                .isEmpty();
    }

    private EventStream stream(Example example) {
        String text = contract.examples().get(example.file());
        return new EventStream(example.file(), text, example.mediaType().node().path("x-stream"));
    }

    @Test
    void everyStreamBearsItsSchema() {
        assertThat(contract.elements(Kind.MEDIA_TYPE)
                        .filter(mediaType -> mediaType.name().endsWith("/text/event-stream")))
                .isNotEmpty()
                .filteredOn(mediaType -> !mediaType
                        .node()
                        .at("/x-stream/data")
                        .equals(mediaType.node().at("/schema/$ref")))
                .extracting(Element::name)
                .isEmpty();
    }

    @Test
    void everyExampleValueFitsItsSchema() {
        Schemas schemas = new Schemas(contract);
        List<String> errors = new ArrayList<>();
        contract.elements().forEach(element -> {
            for (String key : List.of("example", "default")) {
                if (element.node().has(key)) {
                    String name = element.name() + " " + key;
                    errors.addAll(schemas.errors(
                            schemaPointer(element), name, element.node().get(key)));
                }
            }
        });
        assertThat(errors).isEmpty();
    }

    private static String schemaPointer(Element element) {
        return element.kind() == Kind.SCHEMA ? element.pointer() : element.pointer() + "/schema";
    }

    @Test
    void theTutorialsBodiesAreItsOwn() {
        JsonNode model = json("createModelDefinition.200.created.json");
        JsonNode endpoint = json("createEndpoint.202.creating.json");
        ObjectNode service = (ObjectNode) Schemas.parse("""
                { "source": { "id": "" }, "name": "test_serviceInstanceName", "description": "description",
                  "endpoint_id": ""}
                """);
        service.withObject("/source").set("id", model.get("id"));
        service.set("endpoint_id", endpoint.get("id"));
        Map<String, JsonNode> printed = Map.of(
                "createWorkspace", Schemas.parse("""
                { "name": "apieworkspace", "description": "apie test workspace" }
                """),
                "createEndpoint", Schemas.parse("""
                { "name": "apie_test", "description": "apie test endpoint", "type": "inference",
                  "reserved_resource": { "mu": { "spec_code": "mu.llama3.8b", "min": 0, "max": 1 } } }
                """),
                "createModelDefinition", Schemas.parse("""
                { "name": "LLama3-8b", "description": "this is a apie test model", "type": "LLM_MODEL",
                  "version": { "name": "v1", "description": "test description",
                    "config": { "llm_model_config": { "base_model_type": "", "model_path": "" } } } }
                """),
                "deployServiceInstance", service,
                "invokeModelService", Schemas.parse("""
                { "messages": [ { "role": "user", "content": "hello" } ] }
                """));
        assertThat(printed)
                .allSatisfy((operation, body) -> assertThat(json(operation + ".request.tutorial.json"))
                        .as(operation)
                        .isEqualTo(body));
    }

    @Test
    void enoughExamplesAreLookedAt() {
        assertThat(files("application/json")).hasSizeGreaterThan(40);
        assertThat(files("text/event-stream")).hasSizeGreaterThan(1);
        assertThat(contract.elements().filter(element -> element.node().has("example")))
                .hasSizeGreaterThan(100);
    }

    private Stream<Example> files(String mediaType) {
        return examples()
                .filter(example -> example.mediaType().name().endsWith("/" + mediaType)
                        && contract.examples().containsKey(example.file()));
    }

    private JsonNode json(String file) {
        return Schemas.parse(contract.examples().get(file));
    }
}

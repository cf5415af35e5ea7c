package dev.fabrickit.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.api.Contract.Operation;
import dev.fabrickit.api.Element.Kind;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract as a whole, and what each of its operations bears. */
class ContractTest {

    private static final String SCOPE = """
            createWorkspace POST /v1/workspaces 200 admin
            listWorkspaces GET /v1/workspaces 200 admin
            updateWorkspace PUT /v1/workspaces/{workspace_id} 200 admin
            deleteWorkspace DELETE /v1/workspaces/{workspace_id} 200 admin
            createEndpoint POST /v1/workspaces/{workspace_id}/endpoints 202 admin
            listEndpoints GET /v1/workspaces/{workspace_id}/endpoints 200 admin
            showEndpoint GET /v1/workspaces/{workspace_id}/endpoints/{endpoint_id} 200 admin
            updateEndpoint PUT /v1/workspaces/{workspace_id}/endpoints/{endpoint_id} 202 admin
            deleteEndpoint DELETE /v1/workspaces/{workspace_id}/endpoints/{endpoint_id} 202 admin
            createModelDefinition POST /v1/workspaces/{workspace_id}/models 200 admin
            listModels GET /v1/workspaces/{workspace_id}/models 200 admin
            updateModelDefinition PUT /v1/workspaces/{workspace_id}/models/{model_id} 200 admin
            cleanupModel DELETE /v1/workspaces/{workspace_id}/models/{model_id} 200 admin
            listModelVersions GET /v1/workspaces/{workspace_id}/models/{model_id}/versions 200 admin
            deleteModelVersion DELETE /v1/workspaces/{workspace_id}/models/{model_id}/versions/{version_id} 202 admin
            listBaseModels GET /v1/base-models 200 admin
            listSpecs GET /v1/specs 200 admin
            deployServiceInstance POST /v1/workspaces/{workspace_id}/services/instances 202 ep
            listServicesInstances GET /v1/workspaces/{workspace_id}/services/instances 200 ep
            showServiceInstanceDetail GET /v1/workspaces/{workspace_id}/services/instances/{instance_id} 200 ep
            updateServiceInstance PUT /v1/workspaces/{workspace_id}/services/instances/{instance_id} 202 ep
            deleteServiceInstance DELETE /v1/workspaces/{workspace_id}/services/instances/{instance_id} 202 ep
            invokeModelService POST /v1/workspaces/{workspace_id}/services/instances/{instance_id}/invocations 200 ep
            showHealth GET /healthcheck 200 admin
            """;

    Contract contract = Contract.OURS;

    @Test
    void theParserHasNothingToSay() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult result = new OpenAPIParser().readContents(contract.text(), null, options);
        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI()).isNotNull();
    }

    @Test
    void theArtifactCarriesTheContractAndItsExamples() {
        Stream<String> examples = contract.examples().keySet().stream().map("examples/"::concat);
        assertThat(Stream.concat(Stream.of("openapi.yaml"), examples))
                .allSatisfy(file ->
                        assertThat(Contract.class.getResource(file)).as(file).isNotNull());
    }

    @Test
    void theOperationsAreThoseOfTheScope() {
        assertThat(contract.operations().stream().map(this::lineOfScope))
                .containsExactlyInAnyOrderElementsOf(SCOPE.lines().toList());
    }

    private String lineOfScope(Operation operation) {
        String server = Stream.of(operation.node(), operation.pathItem(), contract.document())
                .map(node -> node.at("/servers/0/url").asText())
                .filter(url -> !url.isEmpty())
                .findFirst()
                .orElse("none");
        String host = server.startsWith("https://fabric-ep.") ? "ep" : "admin";
        String method = operation.method().toUpperCase(Locale.ROOT);
        String successes = String.join("+", operation.statuses("2"));
        return String.join(" ", operation.id(), method, operation.path(), successes, host);
    }

    @Test
    void everyReferenceHasATarget() {
        Stream<String> ofSchemas = contract.document().findValuesAsText("$ref").stream();
        Stream<String> ofStreams = contract.elements(Kind.STREAM)
                .flatMap(stream -> Stream.of("data", "error")
                        .map(key -> stream.node().path(key).asText()));
        assertThat(Stream.concat(ofSchemas, ofStreams))
                .filteredOn(reference -> contract.target(reference).isMissingNode())
                .isEmpty();
    }

    @Test
    void referencesStandAlone() {
        assertThat(contract.elements().filter(Element::isReference))
                .filteredOn(reference -> reference.node().size() > 1)
                .extracting(Element::name)
                .isEmpty();
    }

    @Test
    void everyComponentIsUsed() {
        Map<String, Element> used = contract.reachableFrom(Kind.PATH);
        assertThat(contract.elements().filter(Element::isComponent))
                .filteredOn(component -> !used.containsKey(component.pointer()))
                .extracting(Element::name)
                .isEmpty();
    }

    @Test
    void everyOperationHasOneTag() {
        Set<String> described = contract.document()
                .path("tags")
                .valueStream()
                .filter(tag -> !tag.path("description").asText().isBlank())
                .map(tag -> tag.path("name").asText())
                .collect(Collectors.toSet());
        assertThat(contract.operations())
                .filteredOn(operation -> operation.node().path("tags").size() != 1
                        || !described.contains(operation.node().at("/tags/0").asText()))
                .extracting(Operation::id)
                .isEmpty();
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(contract.operations().stream()
                        .map(operation -> operation.node().at("/tags/0").asText())
                        .collect(Collectors.toSet()));
    }

    @Test
    void everyOperationIsExplained() {
        assertThat(contract.operations())
                .filteredOn(operation -> Stream.of("summary", "description")
                        .anyMatch(text -> operation.node().path(text).asText().isBlank()))
                .extracting(Operation::id)
                .isEmpty();
    }

    @Test
    void everyOperationHasItsErrorAnswers() {
        assertThat(contract.operations())
                .filteredOn(operation -> !expectedErrors(operation).equals(Set.copyOf(operation.statuses("[^2]"))))
                .extracting(operation -> operation.id() + " must have " + expectedErrors(operation))
                .isEmpty();
    }

    /** The definitions give the operations of an endpoint no 404; 503 is for health, 429 for a full queue. */
    private static Set<String> expectedErrors(Operation operation) {
        Set<String> errors = new TreeSet<>(Set.of("400", "401", "403", "408", "500"));
        String tag = operation.node().at("/tags/0").asText();
        if (!tag.equals("endpoint")) {
            errors.add("404");
        }
        if (operation.node().has("requestBody")) {
            errors.add("413");
        }
        if (tag.equals("invocation")) {
            errors.add("429");
        }
        if (tag.equals("health")) {
            errors.add("503");
        }
        return errors;
    }

    @Test
    void onlyHealthNeedsNoCredentials() {
        Set<String> schemes = Set.copyOf(names(contract.document().at("/components/securitySchemes")));
        assertThat(contract.operations())
                .filteredOn(operation -> {
                    JsonNode security = operation.node().path("security");
                    JsonNode effective =
                            security.isMissingNode() ? contract.document().path("security") : security;
                    Set<String> accepted = effective
                            .valueStream()
                            .flatMap(one -> names(one).stream())
                            .collect(Collectors.toSet());
                    return !accepted.equals(operation.id().equals("showHealth") ? Set.of() : schemes);
                })
                .extracting(Operation::id)
                .isEmpty();
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    @Test
    void theWholeContractIsLookedAt() {
        Map<Kind, Long> counts =
                contract.elements().collect(Collectors.groupingBy(Element::kind, Collectors.counting()));
        Map<Kind, Long> least = Map.of(
                Kind.OPERATION, 24L,
                Kind.PARAMETER, 60L,
                Kind.REQUEST_BODY, 9L,
                Kind.RESPONSE, 170L,
                Kind.HEADER, 30L,
                Kind.MEDIA_TYPE, 35L,
                Kind.SCHEMA, 400L);
        assertThat(least)
                .allSatisfy((kind, number) ->
                        assertThat(counts.get(kind)).as(kind.name()).isGreaterThanOrEqualTo(number));
    }
}

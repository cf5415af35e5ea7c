package dev.fabrickit.client;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What the contract says of one operation. */
record Promise(String path, String verb, Operation operation) {
    static final String JSON = "application/json";
    static final String EVENTS = "text/event-stream";

    static List<Promise> ofTheContract() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        OpenAPI contract = new OpenAPIV3Parser().read("dev/fabrickit/api/openapi.yaml", null, options);
        return contract.getPaths().entrySet().stream()
                .flatMap(path -> promises(path.getKey(), path.getValue()))
                .toList();
    }

    private static Stream<Promise> promises(String path, PathItem item) {
        return item.readOperationsMap().entrySet().stream()
                .map(entry -> new Promise(path, entry.getKey().name(), entry.getValue()));
    }

    @Override
    public String toString() {
        return operation.getOperationId();
    }

    boolean takesBody() {
        return operation.getRequestBody() != null;
    }

    /** The name of the schema of the body. */
    String body() {
        return schemaOf(operation.getRequestBody().getContent().get(JSON));
    }

    boolean isStreamed() {
        return good().containsKey(EVENTS);
    }

    /** The media types of the good answer, none when it has no body. */
    Content good() {
        return operation.getResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(response ->
                        Objects.requireNonNullElseGet(response.getValue().getContent(), Content::new))
                .findFirst()
                .orElseThrow();
    }

    /** The name of the schema of the good answer, or of each event of it. */
    String answer() {
        return good().isEmpty() ? "void" : schemaOf(good().get(isStreamed() ? EVENTS : JSON));
    }

    List<Parameter> parametersIn(String place) {
        return operation.getParameters() == null
                ? List.of()
                : operation.getParameters().stream()
                        .filter(parameter -> place.equals(parameter.getIn()))
                        .toList();
    }

    private static String schemaOf(MediaType body) {
        return body.getSchema().get$ref().replace("#/components/schemas/", "");
    }
}

package dev.fabrickit.server;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The operations of the contract that the artifact {@code fabrickit-api} carries. */
final class Contract {
    private static final OpenAPI DOCUMENT = read();

    static final List<Promise> OPERATIONS = DOCUMENT.getPaths().entrySet().stream()
            .flatMap(path -> promises(path.getKey(), path.getValue()))
            .toList();

    private Contract() {}

    /** One operation: what the contract promises of it. */
    record Promise(String verb, String path, Operation operation) {

        String id() {
            return operation.getOperationId();
        }

        List<Parameter> parametersIn(String place) {
            return Stream.ofNullable(operation.getParameters())
                    .flatMap(List::stream)
                    .filter(parameter -> parameter.getIn().equals(place))
                    .toList();
        }

        /** Its path with this id in every place. */
        String pathWith(String id) {
            return path.replaceAll("\\{\\w+}", id);
        }

        /** The first of the contract's examples, or null for an operation without a body. */
        @Nullable
        Object exampleBody() {
            return operation.getRequestBody() == null
                    ? null
                    : operation.getRequestBody().getContent().get("application/json").getExamples().values().stream()
                            .map(example -> Example.read(example.getExternalValue()))
                            .findFirst()
                            .orElseThrow();
        }

        Schema<?> bodySchema() {
            return operation
                    .getRequestBody()
                    .getContent()
                    .get("application/json")
                    .getSchema();
        }

        boolean isOpenToAll() {
            return operation.getSecurity() != null && operation.getSecurity().isEmpty();
        }

        @Override
        public String toString() {
            return id();
        }
    }

    /** What a reference refers to, or the schema itself. */
    static Schema<?> resolved(Schema<?> schema) {
        return schema.get$ref() == null
                ? schema
                : DOCUMENT.getComponents().getSchemas().get(schema.get$ref().replaceFirst(".*/", ""));
    }

    static Promise operation(String id) {
        return OPERATIONS.stream()
                .filter(promise -> promise.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    static Schema<Object> schema(String name) {
        return DOCUMENT.getComponents().getSchemas().get(name);
    }

    private static Stream<Promise> promises(String path, PathItem item) {
        return item.readOperationsMap().entrySet().stream()
                .map(operation -> new Promise(operation.getKey().name(), path, operation.getValue()));
    }

    private static OpenAPI read() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        try (InputStream yaml = Contract.class.getResourceAsStream("/dev/fabrickit/api/openapi.yaml")) {
            String text = new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
            return new OpenAPIV3Parser().readContents(text, null, options).getOpenAPI();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

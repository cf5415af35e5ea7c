package dev.fabrickit.server.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.server.validation.Parameter.Source;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Understands the operations of a contract, as far as requests go. */
final class Operations {
    private final JsonNode contract;
    private final Schemas schemas;

    Operations(JsonNode contract) {
        this.contract = contract;
        this.schemas = new Schemas(contract);
    }

    /** What one operation asks, together with what all operations of its path have in common. */
    Operation read(JsonNode path, JsonNode operation) {
        List<Parameter> parameters = Stream.of(path, operation)
                .flatMap(
                        holder -> StreamSupport.stream(holder.path("parameters").spliterator(), false))
                .map(this::resolved)
                .map(this::parameter)
                .toList();
        JsonNode body = operation.path("requestBody");
        return new Operation(
                parameters,
                body.isMissingNode() ? null : body(operation, body),
                body.path("required").asBoolean(false));
    }

    private Constraint body(JsonNode operation, JsonNode body) {
        Constraint asDescribed = schemas.read(body.at("/content/application~1json/schema"));
        boolean isConversation = operation.at("/tags/0").asText().equals("invocation");
        return isConversation ? asDescribed : Storable.and(asDescribed);
    }

    private JsonNode resolved(JsonNode element) {
        return element.has("$ref") ? contract.at(element.get("$ref").textValue().substring(1)) : element;
    }

    private Parameter parameter(JsonNode parameter) {
        JsonNode schema = resolved(parameter.get("schema"));
        JsonNode items = resolved(schema.path("items"));
        boolean repeatable = !items.isMissingNode();
        return new Parameter(
                parameter.get("name").textValue(),
                Source.valueOf(parameter.get("in").textValue().toUpperCase(Locale.ROOT)),
                parameter.path("required").asBoolean(false),
                repeatable,
                Type.named((repeatable ? items : schema).get("type").textValue()),
                Storable.and(schemas.read(schema)));
    }
}

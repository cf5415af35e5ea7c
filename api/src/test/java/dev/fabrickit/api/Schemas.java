package dev.fabrickit.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import dev.fabrickit.api.Element.Kind;
import java.util.List;
import java.util.Map;

/** Judges JSON by the schemas of a contract. Here a property that no schema knows is an error too. */
final class Schemas {

    private static final String ADDRESS = "https://fabrickit.invalid/openapi.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final SchemaRegistry registry;

    Schemas(Contract contract) {
        Contract closed = new Contract("", contract.document().deepCopy(), Map.of());
        closed.elements(Kind.SCHEMA)
                .filter(schema -> schema.node().has("properties"))
                .forEach(schema -> schema.node().put("additionalProperties", false));
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        Map<String, String> documents = Map.of(ADDRESS, closed.document().toString());
        registry = SchemaRegistry.withDefaultDialect(
                Dialects.getOpenApi30(),
                builder -> builder.schemaRegistryConfig(config).schemas(documents));
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + json, e);
        }
    }

    /** What is wrong with a value by the schema at this pointer, each line beginning with the name of the value. */
    List<String> errors(String pointer, String name, JsonNode value) {
        return registry.getSchema(SchemaLocation.of(ADDRESS + "#" + pointer)).validate(value).stream()
                .map(error -> name + error)
                .toList();
    }
}

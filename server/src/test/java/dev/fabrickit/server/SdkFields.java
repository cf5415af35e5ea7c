package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The fields of an object of the official SDK, or of what came over the wire.
 *
 * @param values by their paths in the body, such as {@code owner.user_name}; JSON null for none
 */
record SdkFields(Map<String, JsonNode> values) {
    private static final JsonMapper GETTERS = mapper();

    /** Reads an object by its getters. */
    static SdkFields of(Object object) {
        ObjectNode fields = GETTERS.valueToTree(object);
        // Not of the body.
        fields.remove("httpStatusCode");
        if (fields.has("X-request-id")) {
            assertThat(fields.remove("X-request-id").textValue()).isNotEmpty();
        }
        return of(Wiretap.json(fields.toString()));
    }

    static SdkFields of(JsonNode json) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        collect("", json, values);
        return new SdkFields(values);
    }

    private static void collect(String path, JsonNode node, Map<String, JsonNode> values) {
        if (node.isEmpty()) {
            values.put(path, node);
        }
        String prefix = path.isEmpty() ? "" : path + ".";
        node.properties().forEach(field -> collect(prefix + field.getKey(), field.getValue(), values));
        IntStream.range(0, node.isArray() ? node.size() : 0)
                .forEach(index -> collect(prefix + index, node.get(index), values));
    }

    /** Every field has a value, but those whose paths match one of these regular expressions. */
    SdkFields mustHaveAllBut(String... without) {
        assertThat(values)
                .isNotEmpty()
                .allSatisfy((path, value) -> assertThat(value.isNull())
                        .as("%s is null", path)
                        .isEqualTo(path.matches(String.join("|", without))));
        return this;
    }

    /** The values of one field of the items of a page, in their order. */
    List<JsonNode> valuesOf(String field) {
        return values.entrySet().stream()
                .filter(value -> value.getKey().matches("\\w+\\.\\d+\\." + field))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Every value is also there. */
    void mustBeIn(SdkFields others) {
        Map<String, JsonNode> present = new LinkedHashMap<>(values);
        present.values().removeIf(JsonNode::isNull);
        assertThat(others.values).containsAllEntriesOf(present);
    }

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .annotationIntrospector(new NullsToo())
                .build();
        mapper.configOverride(OffsetDateTime.class)
                .setFormat(JsonFormat.Value.forPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX"));
        return mapper;
    }

    /** The SDK's classes ask to leave out what is null. */
    private static final class NullsToo extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public JsonInclude.Value findPropertyInclusion(Annotated annotated) {
            return JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS);
        }
    }
}

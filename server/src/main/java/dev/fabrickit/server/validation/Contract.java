package dev.fabrickit.server.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.http.HttpMethod;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code openapi.yaml} asks of the requests of each operation. */
@Singleton
class Contract {
    private static final String FILE = "/dev/fabrickit/api/openapi.yaml";

    private final Map<String, Operation> operations = new HashMap<>();

    Contract() {
        JsonNode document = document();
        Operations readable = new Operations(document);
        document.get("paths").properties().forEach(path -> {
            for (HttpMethod verb : HttpMethod.values()) {
                JsonNode operation = path.getValue().path(verb.name().toLowerCase(Locale.ROOT));
                if (operation.isObject()) {
                    operations.put(key(verb, path.getKey()), readable.read(path.getValue(), operation));
                }
            }
        });
    }

    private static JsonNode document() {
        try (InputStream text = Contract.class.getResourceAsStream(FILE)) {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return new ObjectMapper().valueToTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The operation of a route, or null when the contract has none such. HEAD is held to what the contract says of GET. */
    @Nullable
    Operation operation(HttpMethod verb, String path) {
        return operations.get(key(verb == HttpMethod.HEAD ? HttpMethod.GET : verb, path));
    }

    private static String key(HttpMethod verb, String path) {
        return verb + " " + path;
    }
}

package dev.fabrickit.server.page;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The contract as one text: with the examples that stand beside it put in, because a page does not fetch them, and with this
 * server in place of the cloud's hosts.
 */
@Singleton
class SelfContainedContract {
    private static final String FOLDER = "/dev/fabrickit/api/";
    private static final String EXTERNAL = "externalValue";
    private static final String SERVERS = "servers";

    String text() {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return yaml.dump(contained(yaml.load(resource("openapi.yaml"))));
    }

    private static Object contained(Object node) {
        if (node instanceof List<?> items) {
            return items.stream().map(SelfContainedContract::contained).toList();
        }
        if (!(node instanceof Map<?, ?> element)) {
            return node;
        }
        Map<String, Object> contained = new LinkedHashMap<>();
        element.forEach((key, value) -> {
            if (key.equals(EXTERNAL)) {
                contained.put("value", example(value.toString()));
            } else if (key.equals(SERVERS)) {
                contained.put(SERVERS, List.of(Map.of("url", "/")));
            } else {
                contained.put(key.toString(), contained(value));
            }
        });
        return contained;
    }

    private static Object example(String path) {
        String text = resource(path);
        // JSON is YAML.
        return path.endsWith(".json") ? new Yaml(new SafeConstructor(new LoaderOptions())).load(text) : text;
    }

    private static String resource(String path) {
        try (InputStream file = SelfContainedContract.class.getResourceAsStream(FOLDER + path)) {
            if (file == null) {
                throw new IllegalStateException(FOLDER + path + " is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.fabrickit.server;

import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Settings that stand in a file: to put into {@link Stub#start(Map, dev.fabrickit.server.seam.Interference...)}. */
public final class ConfigurationFile {
    private ConfigurationFile() {}

    /**
     * Reads YAML. {@code ${NAME}} in a value stands for an environment variable, and is looked up when the stub starts.
     *
     * @throws ConfigurationException when it is not valid YAML, or no mapping; the message quotes nothing
     * @throws UncheckedIOException when it cannot be read
     */
    public static Map<String, Object> read(Path file) {
        try {
            byte[] text = Files.readAllBytes(file);
            requireNames(new String(text, StandardCharsets.UTF_8));
            return new YamlPropertySourceLoader().read(file.toString(), text);
        } catch (MarkedYAMLException e) {
            // The parser's own message quotes the lines around a mistake, which may hold secrets.
            Mark mark = e.getProblemMark();
            throw new ConfigurationException(
                    "not valid YAML at line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The loader passes over whatever is no mapping. */
    private static void requireNames(String text) {
        for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text)) {
            if (document != null && !(document instanceof Map)) {
                throw new ConfigurationException(
                        "must be settings by their names, such as fabrickit: and what belongs to it indented below");
            }
        }
    }
}

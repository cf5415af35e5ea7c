package dev.fabrickit.server;

import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Settings that stand in a file: to put into {@link Stub#start(Map, dev.fabrickit.server.seam.Interference...)}. */
public final class ConfigurationFile {
    private ConfigurationFile() {}

    /**
     * Reads YAML. {@code ${NAME}} in a value stands for an environment variable, and is looked up when the stub starts.
     *
     * @throws ConfigurationException when it is not valid YAML; the message names the place and quotes nothing
     * @throws UncheckedIOException when it cannot be read
     */
    public static Map<String, Object> read(Path file) {
        try (InputStream text = Files.newInputStream(file)) {
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
}

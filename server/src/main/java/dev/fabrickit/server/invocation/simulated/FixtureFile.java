package dev.fabrickit.server.invocation.simulated;

import dev.fabrickit.server.settings.SettingsReader;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads fixtures from a YAML file. */
final class FixtureFile {
    private FixtureFile() {}

    /**
     * Reads it.
     *
     * @param key the setting that names it, for messages
     * @throws ConfigurationException when it cannot be read or something in it is wrong; the message names file and place
     */
    static Fixtures read(String key, String file) {
        String where = key + ": " + file + ": ";
        try (Reader text = Files.newBufferedReader(Path.of(file))) {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Object document = new Yaml(new SafeConstructor(options)).load(text);
            return SettingsReader.read(where, document == null ? Map.of() : document, Fixtures.class);
        } catch (MarkedYAMLException e) {
            throw new ConfigurationException(
                    where + "line " + (e.getProblemMark().getLine() + 1) + ": " + e.getProblem());
        } catch (IOException | InvalidPathException | YAMLException e) {
            throw new ConfigurationException(where + "cannot be read as a YAML file");
        }
    }
}

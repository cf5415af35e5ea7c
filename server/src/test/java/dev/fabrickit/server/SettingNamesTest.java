package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A setting that is misspelt or out of its range stops the start, and the message names it. */
class SettingNamesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fabrickit.units.slot        | 2     | fabrickit.units.slot is unknown; known are cold-start, idle, queue, retry-after, slots
            fabrickit.delay.tokens      | 1ms   | fabrickit.delay.tokens is unknown; known are endpoint, service, token
            fabrickit.quota.model       | 1     | fabrickit.quota.model is unknown; known are endpoints, models, services, versions, workspaces
            fabrickit.unitz.slots       | 2     | fabrickit.unitz is unknown; known are accounts, control, delay, engines, keep-alive, quota, units
            fabrickit.acounts.a.tokens  | T     | fabrickit.acounts is unknown; known are
            fabrickit.keep-alive.time   | 1s    | fabrickit.keep-alive.time is unknown
            fabrickit.delay.endpoint    | -1s   | fabrickit.delay.endpoint must not be negative
            fabrickit.delay.service     | -1s   | fabrickit.delay.service must not be negative
            fabrickit.delay.token       | -5ms  | fabrickit.delay.token must not be negative
            fabrickit.units.cold-start  | -1s   | fabrickit.units.cold-start must not be negative
            fabrickit.units.idle        | -1s   | fabrickit.units.idle must not be negative
            fabrickit.units.retry-after | -1s   | fabrickit.units.retry-after must not be negative
            fabrickit.units.queue       | -1    | fabrickit.units.queue must be at least 1, not -1
            fabrickit.quota.workspaces  | -1    | fabrickit.quota.workspaces must be at least 0, not -1
            fabrickit.keep-alive        | 0s    | fabrickit.keep-alive must be longer than nothing
            fabrickit.keep-alive        | -1s   | fabrickit.keep-alive must be longer than nothing
            """)
    void aMistakeIsNamed(String name, String value, String message) {
        assertThatThrownBy(() -> Stub.start(Map.of(name, value)).close())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void namesMayBeWrittenAsInJava() throws IOException {
        Path file =
                Files.writeString(folder.resolve("stub.yaml"), "fabrickit: {units: {coldStart: 1ms}, keepAlive: 9s}");

        Stub.start(ConfigurationFile.read(file)).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"- a", "[fabrickit]", "text", "5", "fabrickit: {}\n---\n- a"})
    void aFileWithoutNamesIsNone(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("stub.yaml"), yaml);

        assertThatThrownBy(() -> ConfigurationFile.read(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "must be settings by their names, such as fabrickit: and what belongs to it indented below");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing yet\n", "---\n"})
    void aFileMayHaveNothing(String yaml) throws IOException {
        assertThat(ConfigurationFile.read(Files.writeString(folder.resolve("stub.yaml"), yaml)))
                .isEmpty();
    }
}

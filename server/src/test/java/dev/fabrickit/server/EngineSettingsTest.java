package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Mistakes in the settings of engines stop the start, and the message says where they are. */
class EngineSettingsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    default.unknown.x=1                                      | fabrickit.engines.default must have exactly one of simulated, upstream
                    other.simulated.echo=true                                | fabrickit.engines.other.base-models is missing
                    other.simulated.echo=true;other.base-models=NOPE         | fabrickit.engines.other.base-models: NOPE is not offered; offered are GLM_4_9B, QWEN_2_72B
                    default.simulated.tempo=1s                               | fabrickit.engines.default.simulated.tempo is unknown; known are echo, first-token, fixtures, jitter, token
                    default.simulated.token=fast                             | fabrickit.engines.default.simulated.token must be a time such as 200ms, 2s or 1m
                    default.simulated.jitter=2                               | fabrickit.engines.default.simulated has a jitter that is not from 0 to 1
                    default.simulated.fixtures=/absent.yaml                  | fabrickit.engines.default.simulated.fixtures: /absent.yaml: cannot be read
                    default.upstream.model=m                                 | fabrickit.engines.default.upstream needs a url
                    default.upstream.url=file:/etc/passwd                    | fabrickit.engines.default.upstream needs a url
                    default.upstream.url=http://u:p@127.0.0.1/v1             | must not have credentials in its url
                    default.upstream.url=http://127.0.0.1/;default.upstream.key-from=NO_SUCH_VARIABLE | the environment variable NO_SUCH_VARIABLE is not set
                    """)
    void aMistakeIsNamed(String settings, String message) {
        Map<String, Object> all = new HashMap<>();
        for (String setting : settings.split(";")) {
            all.put("fabrickit.engines." + setting.split("=")[0], setting.split("=")[1]);
        }

        assertThatThrownBy(() -> Stub.start(all).close())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    fixtures: [{answer: a}]                                         | fixtures[0] has no match
                    fixtures: [{match: {exact: a}}]                                 | fixtures[0] must have either answer or calls
                    fixtures: [{match: {exact: a, contains: b}, answer: c}]         | fixtures[0].match must have exactly one of exact, contains and regex
                    fixtures: [{match: {regex: '('}, answer: c}]                    | fixtures[0].match has a regex that is none
                    fixtures: [{match: {exact: a}, answer: c, timing: {token: 1}}]  | fixtures[0].timing.token has the wrong type
                    fixtures: [{match: {exact: a}, answer: b, reply: c}]            | fixtures[0].reply is unknown
                    fixture: []                                                     | has no fixtures
                    fixtures: [                                                     | line
                    """)
    void aMistakeInTheFixturesIsNamed(String yaml, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("fixtures.yaml"), yaml);

        assertThatThrownBy(() -> Stub.start(Map.of("fabrickit.engines.default.simulated.fixtures", file.toString()))
                        .close())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("fabrickit.engines.default.simulated.fixtures: " + file + ": ")
                .hasMessageContaining(message);
    }

    @Test
    void whatTheReadmeShowsIsUnderstood() throws IOException {
        Matcher shown = Pattern.compile("<!-- engines -->\\R```yaml\\R(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")));
        assertThat(shown.find()).isTrue();
        Path fixtures = Files.writeString(folder.resolve("fixtures.yaml"), "fixtures: []");
        // PATH is a variable that every machine has.
        String yaml =
                shown.group(1).replace("fixtures.yaml", fixtures.toString()).replace("QWEN_KEY", "PATH");
        Map<String, Object> settings = new HashMap<>();
        flatten("", new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml), settings);
        assertThat(settings).hasSizeGreaterThan(12);

        Stub.start(settings).close();
    }

    private static void flatten(String key, Object value, Map<String, Object> settings) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> flatten(key.isEmpty() ? "" + name : key + "." + name, inner, settings));
        } else {
            settings.put(key, value);
        }
    }

    @Test
    void aBaseModelHasOneEngine() {
        Map<String, Object> twice = Map.of(
                "fabrickit.engines.one.simulated.echo", "true",
                "fabrickit.engines.one.base-models", "GLM_4_9B",
                "fabrickit.engines.two.simulated.echo", "true",
                "fabrickit.engines.two.base-models", "GLM_4_9B");

        assertThatThrownBy(() -> Stub.start(twice).close())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("another engine answers for GLM_4_9B");
    }

    @Test
    void aMistakeNeverShowsAValue() {
        assertThatThrownBy(() -> Stub.start(Map.of("fabrickit.engines.default.upstream.url", "http://u:secret@h/"))
                        .close())
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("secret"));
    }
}

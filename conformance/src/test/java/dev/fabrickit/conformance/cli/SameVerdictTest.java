package dev.fabrickit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** However many examples run at a time, and in whatever order, the verdicts are the same. */
class SameVerdictTest {
    @TempDir
    private Path folder;

    @Test
    void with_three_threads_and_in_another_order() throws IOException {
        String someTags = "@P1.1 or @P1.3 or @P1.10";
        assertThat(verdicts("--tags", someTags, "--threads", "3", "--shuffle", "5"))
                .isEqualTo(verdicts("--tags", someTags))
                .containsEntry("P1.1", "passed")
                .containsEntry("P1.11", "disabled");
    }

    @Test
    @Tag("exhaustive")
    void twenty_times() throws IOException {
        Map<String, String> first = verdicts();
        assertThat(first.values()).containsOnly("passed", "excluded");
        for (int run = 1; run < 20; run++) {
            long begin = System.nanoTime();
            String threads = run % 2 == 0 ? "1" : "4";
            assertThat(verdicts("--threads", threads, "--shuffle", Integer.toString(run)))
                    .isEqualTo(first);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            System.out.println("run " + run + " with " + threads + " threads took " + took.toMillis() + " ms");
        }
    }

    private Map<String, String> verdicts(String... options) throws IOException {
        String[] line = new String[options.length + 2];
        System.arraycopy(options, 0, line, 2, options.length);
        line[0] = "--report";
        line[1] = folder.toString();
        Program program = Program.run(line);
        assertThat(program.exitCode()).as(program.out()).isZero();
        Map<String, Object> report = new Yaml().load(Files.readString(folder.resolve("conformance-report.yaml")));
        Map<String, String> outcomes = new TreeMap<>();
        ((List<?>) report.get("requirements"))
                .forEach(entry -> outcomes.put(
                        ((Map<?, ?>) entry).get("id").toString(),
                        ((Map<?, ?>) entry).get("outcome").toString()));
        return outcomes;
    }
}

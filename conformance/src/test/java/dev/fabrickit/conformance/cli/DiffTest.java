package dev.fabrickit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffTest {
    private static final Map<String, String> BEFORE =
            Map.of("P1.1", "passed", "P1.2", "failed", "P1.3", "not_testable", "P1.4", "passed");

    @TempDir
    private Path folder;

    @Test
    void equal_reports_have_no_difference() throws IOException {
        Path report = report("a", BEFORE);
        Program program =
                Program.run("diff", report.toString(), report.getParent().toString());
        assertThat(program.out().strip()).isEqualTo("4 requirements: 0 changed, 0 got worse");
        assertThat(program.exitCode()).isZero();
    }

    @Test
    void every_change_is_told_by_its_kind() throws IOException {
        Path after = report("b", Map.of("P1.1", "failed", "P1.2", "passed", "P1.3", "disabled", "P1.5", "failed"));
        Files.writeString(after, Files.readString(after).replace("profile: full", "profile: documented"));
        Program program = Program.run("diff", report("a", BEFORE).toString(), after.toString());
        assertThat(program.out()).isEqualToNormalizingNewlines("""
                        profile: full -> documented
                        newly failing: 1
                          P1.1 passed -> failed: P1.1 must be so: it is not
                        newly passing: 1
                          P1.2 failed -> passed: P1.2 must be so
                        otherwise changed: 1
                          P1.3 not_testable -> disabled: P1.3 must be so
                        added: 1
                          P1.5 nothing -> failed: P1.5 must be so: it is not
                        gone: 1
                          P1.4 passed -> nothing: P1.4 must be so
                        4 requirements: 5 changed, 1 got worse
                        """);
        assertThat(program.exitCode()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "passed, failed, 1",
        "passed, error, 1",
        "disabled, not_testable, 1",
        "not_testable, failed, 1",
        "failed, not_testable, 0",
        "failed, passed, 0",
        "passed, disabled, 0",
        "passed, passed, 0"
    })
    void only_what_is_redder_is_worse(String before, String after, int exitCode) throws IOException {
        Path old = report("a", Map.of("P1.1", before));
        Path fresh = report("b", Map.of("P1.1", after));
        assertThat(Program.run("diff", old.toString(), fresh.toString()).exitCode())
                .isEqualTo(exitCode);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    format: 2                 | is a report of format 2, and this program reads format 1
                    format: 1                 | is no report of fabrickit: it has no requirements
                    - a list                  | is no report of fabrickit: it has no format
                    'a: [b'                   | is no report of fabrickit: it cannot be read as one
                    'format: 1\nrequirements: 7' | is no report of fabrickit: it cannot be read as one
                    """)
    void what_is_no_report_exits_2_and_is_named(String text, String said) throws IOException {
        Path other = Files.writeString(folder.resolve("other.yaml"), text);
        Program program = Program.run("diff", report("a", BEFORE).toString(), other.toString());
        assertThat(program.out()).contains(other.toString(), said).hasLineCount(1);
        assertThat(program.exitCode()).isEqualTo(2);
    }

    @Test
    void what_is_missing_exits_2_and_is_named() throws IOException {
        Program program = Program.run("diff", report("a", BEFORE).toString(), folder.toString());
        assertThat(program.out()).contains(folder.resolve("conformance-report.yaml") + " does not exist");
        assertThat(program.exitCode()).isEqualTo(2);
        assertThat(Program.run("diff", folder.toString()).out()).contains("REPORT_B");
    }

    private Path report(String name, Map<String, String> outcomes) throws IOException {
        StringBuilder yaml = new StringBuilder("format: 1\nsuite: fabrickit 1\ncontract: {version: 1.0.0, sha256: ab}\n"
                + "target: http://host\nprofile: full\nwithout: []\nseconds: 3\nrequirements:\n");
        new TreeMap<>(outcomes)
                .forEach((id, outcome) -> yaml.append("- {id: " + id + ", text: " + id + " must be so, outcome: "
                        + outcome + (outcome.equals("failed") ? ", reason: it is not" : "") + "}\n"));
        Path file = Files.createDirectories(folder.resolve(name)).resolve("conformance-report.yaml");
        return Files.writeString(file, yaml);
    }
}

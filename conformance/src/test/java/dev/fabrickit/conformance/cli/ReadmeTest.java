package dev.fabrickit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
    private static final Path README = Path.of("../README.md");
    private static final Pattern SHOWN =
            Pattern.compile("<!-- output of ./fabrickit --tags @procedure -->\\R```\\R(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void what_the_readme_shows_is_what_the_program_prints() throws IOException {
        Matcher shown = SHOWN.matcher(Files.readString(README));
        assertThat(shown.find()).isTrue();
        Program program = Program.run("--plain", "--tags", "@procedure", "--report", folder.toString());
        assertThat(timeless(program.out())).isEqualTo(timeless(shown.group(1)));
        assertThat(program.exitCode()).isZero();
    }

    @Test
    void the_readme_stays_short() throws IOException {
        assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(120);
    }

    /** Without what differs from run to run. */
    private static String timeless(String output) {
        return output.lines()
                .map(line -> line.replaceAll("\\s+\\d+ ms", " N ms")
                        .replaceAll("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}", "ID")
                        .replaceAll("127\\.0\\.0\\.1:\\d+", "ADDRESS")
                        .replaceAll(
                                "^\\d+ requirements: 1 passed, 0 failed, \\d+ ",
                                "N requirements: 1 passed, 0 failed, N ")
                        .replaceAll("^Report: \\S+", "Report: FOLDER"))
                .reduce("", (all, line) -> all + line + "\n");
    }
}

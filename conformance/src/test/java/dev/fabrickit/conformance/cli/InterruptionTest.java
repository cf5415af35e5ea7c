package dev.fabrickit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.conformance.Main;
import dev.fabrickit.conformance.stub.EmbeddedStub;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class InterruptionTest {
    @TempDir
    private Path folder;

    @Test
    void an_interrupted_run_deletes_what_it_made() throws IOException, InterruptedException {
        try (EmbeddedStub stub = EmbeddedStub.start()) {
            Process program = program(stub, "--tags", "@procedure");
            try (BufferedReader out = program.inputReader()) {
                awaitLine(out, "I create a model");
                program.toHandle().destroy(); // SIGTERM, which ends a JVM as Ctrl-C does
                List<String> rest = new ArrayList<>(out.lines().toList());
                assertThat(rest).anyMatch(line -> line.startsWith("interrupted: deleted "));
                assertThat(rest).noneMatch(line -> line.contains("left behind"));
            }
            assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(program.exitValue()).isNotZero();
            assertThat(ConformTest.workspaces(stub.target())).isZero();
            assertThat(folder).isDirectoryNotContaining("glob:**/journal-*");
        }
    }

    @Test
    void no_later_scenario_makes_anything_more() throws IOException, InterruptedException {
        try (EmbeddedStub stub = EmbeddedStub.start()) {
            Process program = program(
                    stub, "--tags", "@P1.10 or @P2.7 or @P3.10 or @PG.1 or @PG.2 or @PG.3 or @PG.9", "--threads", "4");
            try (BufferedReader out = program.inputReader()) {
                awaitLine(out, "passed");
                program.toHandle().destroy();
                assertThat(out.lines()).anyMatch(line -> line.startsWith("interrupted: deleted "));
            }
            assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(ConformTest.workspaces(stub.target())).isZero();
            assertThat(folder).isDirectoryNotContaining("glob:**/journal-*");
        }
    }

    private Process program(EmbeddedStub stub, String... more) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--base-url",
                stub.uri().toString(),
                "--token",
                stub.token(),
                "--report",
                folder.toString()));
        line.addAll(List.of(more));
        return new ProcessBuilder(line).redirectErrorStream(true).start();
    }

    private static void awaitLine(BufferedReader out, String part) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.contains(part)) {
                return;
            }
        }
        throw new AssertionError("the program ended without saying: " + part);
    }
}

package dev.fabrickit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fabrickit.conformance.Main;
import dev.fabrickit.conformance.stub.EmbeddedStub;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** After {@code kill -9} at any moment, {@code sweep} leaves nothing of the run and all that is somebody else's. */
@Timeout(180)
class SweepTest {
    private static final int LONGEST_RUN = 8_000;

    @TempDir
    private Path folder;

    private EmbeddedStub stub;

    @BeforeEach
    void start() {
        stub = EmbeddedStub.start();
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @RepeatedTest(2)
    void nothing_of_a_killed_run_is_left(RepetitionInfo repetition) throws IOException, InterruptedException {
        killAndSweep(repetition.getCurrentRepetition());
    }

    @RepeatedTest(30)
    @Tag("exhaustive")
    void nothing_is_left_after_30_kills(RepetitionInfo repetition) throws IOException, InterruptedException {
        killAndSweep(1_000L + repetition.getCurrentRepetition());
    }

    private void killAndSweep(long seed) throws IOException, InterruptedException {
        String foreign = create("/v1/workspaces", "fk-somebody-else");
        String inForeign = create("/v1/workspaces/" + foreign + "/endpoints", "fk-endpoint");
        int moment = new Random(seed).nextInt(LONGEST_RUN);
        Process run =
                start("--base-url", stub.uri().toString(), "--token", stub.token(), "--report", folder.toString());
        try (BufferedReader out = run.inputReader()) {
            awaitLine(out, "Should it be killed");
            Thread reader = new Thread(() -> out.lines().forEach(line -> {}));
            reader.start();
            run.waitFor(moment, TimeUnit.MILLISECONDS);
            run.destroyForcibly().waitFor();
            reader.join();
        }
        Optional<Path> journal = journal();
        if (journal.isPresent()) {
            System.out.println("killed after " + moment + " ms and "
                    + Files.readAllLines(journal.get()).size() + " lines of its journal");
            Program swept = sweep("--journal", journal.get().toString());
            assertThat(swept.exitCode()).as(swept.out()).isZero();
            assertThat(swept.out()).doesNotContain("left behind");
        }
        assertThat(names("/v1/workspaces", "workspaces")).containsExactly("fk-somebody-else");
        assertThat(names("/v1/workspaces/" + foreign + "/endpoints", "endpoints"))
                .containsExactly("fk-endpoint");
        assertThat(inForeign).isNotEmpty();
    }

    @Test
    void a_prefix_is_enough_and_spares_what_bears_another() {
        String own = create("/v1/workspaces", "fk-1a2b3c-workspace");
        create("/v1/workspaces/" + own + "/endpoints", "fk-1a2b3c-endpoint");
        create("/v1/workspaces", "fk-1a2b3d-workspace");
        assertThat(sweep("--prefix", "fk-1a2b3c-").out()).contains("Deleted 2 resources.");
        assertThat(names("/v1/workspaces", "workspaces")).containsExactly("fk-1a2b3d-workspace");
    }

    @Test
    void a_strangers_thing_in_the_runs_workspace_is_spared_and_reported() {
        String own = create("/v1/workspaces", "fk-1a2b3c-workspace");
        create("/v1/workspaces/" + own + "/endpoints", "of a colleague");
        Program swept = sweep("--prefix", "fk-1a2b3c-");
        assertThat(swept.exitCode()).isOne();
        assertThat(swept.out()).contains("left behind: workspace " + own, "Deleted 0 resources.");
        assertThat(names("/v1/workspaces/" + own + "/endpoints", "endpoints")).containsExactly("of a colleague");
    }

    @Test
    void what_was_created_without_an_answer_is_found_by_its_name() throws IOException {
        create("/v1/workspaces", "fk-1a2b3c-lost");
        Path journal = Files.writeString(folder.resolve("journal.ndjson"), """
                {"prefix":"fk-1a2b3c-","target":"%s"}
                {"event":"INTENDED","kind":"WORKSPACE","name":"fk-1a2b3c-lost"}
                {"event":"INTENDED","kind":"WORK""".formatted(stub.uri()));
        assertThat(sweep("--journal", journal.toString()).out()).contains("Deleted 1 resource.");
        assertThat(names("/v1/workspaces", "workspaces")).isEmpty();
    }

    @Test
    void a_journal_of_another_service_is_refused() throws IOException {
        Path journal = Files.writeString(
                folder.resolve("journal.ndjson"), "{\"prefix\":\"fk-1a2b3c-\",\"target\":\"http://elsewhere\"}\n");
        Program swept = sweep("--journal", journal.toString());
        assertThat(swept.out()).contains("the journal is of a run at http://elsewhere");
        assertThat(swept.exitCode()).isEqualTo(2);
    }

    private Program sweep(String... which) {
        Stream<String> target = Stream.of("--base-url", stub.uri().toString(), "--token", stub.token());
        return Program.run(Stream.of(Stream.of("sweep"), Stream.of(which), target)
                .flatMap(part -> part)
                .toArray(String[]::new));
    }

    private Optional<Path> journal() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("journal-"))
                    .findFirst();
        }
    }

    private String create(String path, String name) {
        return RestAssured.given()
                .header("X-Auth-Token", stub.token())
                .contentType("application/json")
                .body(new ObjectMapper()
                        .valueToTree(Map.of("name", name, "type", "inference"))
                        .toString())
                .post(stub.uri() + path)
                .path("id");
    }

    private List<String> names(String path, String items) {
        return RestAssured.given()
                .header("X-Auth-Token", stub.token())
                .get(stub.uri() + path)
                .path(items + ".name");
    }

    private static Process start(String... args) throws IOException {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        return new ProcessBuilder(Stream.concat(java, Stream.of(args)).toList())
                .redirectErrorStream(true)
                .start();
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

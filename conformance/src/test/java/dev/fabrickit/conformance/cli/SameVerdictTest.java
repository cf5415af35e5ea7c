package dev.fabrickit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.conformance.requirement.Profile;
import dev.fabrickit.conformance.stub.EmbeddedStub;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However many examples run at a time, and in whatever order, the verdicts are the same. */
class SameVerdictTest {
    private static final int BUSY_THREADS = 4;

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
        assertThat(Set.copyOf(first.values())).isSubsetOf("passed", "excluded");
        for (int run = 1; run < 20; run++) {
            assertThat(timed(run)).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @Tag("exhaustive")
    @EnumSource
    void four_times_at_a_url(Profile profile) throws IOException {
        try (EmbeddedStub stub = EmbeddedStub.start()) {
            String[] url = {
                "--base-url", stub.uri().toString(), "--token", stub.token(), "--profile", profile.name(),
            };
            Map<String, String> first = verdicts(url);
            assertThat(Set.copyOf(first.values())).isSubsetOf("passed", "disabled", "excluded");
            for (int run = 1; run < 4; run++) {
                assertThat(timed(run, url)).isEqualTo(first);
            }
        }
    }

    /** One thread and four take turns, and of each every second run is one on busy processors. */
    private Map<String, String> timed(int run, String... options) throws IOException {
        String threads = run % 2 == 0 ? "1" : "4";
        boolean busy = run % 4 >= 2;
        long begin = System.nanoTime();
        BusyThreads load = BusyThreads.start(busy ? BUSY_THREADS : 0);
        try {
            return verdicts(Stream.concat(
                            Stream.of(options), Stream.of("--threads", threads, "--shuffle", Integer.toString(run)))
                    .toArray(String[]::new));
        } finally {
            load.stop();
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            System.out.println("run " + run + " with " + threads + " threads took " + took.toMillis() + " ms on "
                    + Runtime.getRuntime().availableProcessors() + " processors"
                    + (busy ? " with " + BUSY_THREADS + " busy threads" : ""));
        }
    }

    private Map<String, String> verdicts(String... options) throws IOException {
        String[] line = Stream.concat(Stream.of("--report", folder.toString()), Stream.of(options))
                .toArray(String[]::new);
        Program program = Program.run(line);
        assertThat(program.exitCode()).as(program.out()).isZero();
        return Program.outcomes(folder);
    }
}

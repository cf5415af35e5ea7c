package dev.fabrickit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long {@code ./fabrickit serve} takes to its first good answer, and the same jar without the archive of its classes, by
 * turns. Runs after packaging, with the profile {@code exhaustive}; needs a machine that does nothing else.
 */
@Tag("exhaustive")
class StartupBar {
    private static final int ROUNDS = 10;
    private static final Duration MOST = Duration.ofMillis(3_500);
    private static final double MOST_OF_PLAIN = 0.65;
    private static final Pattern SAID = Pattern.compile("answers at (http\\S+)|Token: (\\S+)");

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String JAR = "target/fabrickit.jar";
    private static final Path AOT = Path.of("target", "fabrickit.aot");

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Long> packaged = new ArrayList<>();
    private final List<Long> plain = new ArrayList<>();
    private final List<Long> ahead = new ArrayList<>();

    @BeforeEach
    void makeTheCache() throws IOException, InterruptedException {
        if (Runtime.version().feature() >= 25) {
            Process training = new ProcessBuilder(
                            JAVA, "-XX:AOTCacheOutput=" + AOT, "-jar", JAR, "--plain", "--report", "target/aot-run")
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            assertThat(training.waitFor(120, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void theFirstAnswerComesSoonAndTheArchiveIsWorthIt() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            packaged.add(firstAnswer(HOME.resolve("fabrickit").toString(), "serve"));
            plain.add(firstAnswer(JAVA, "-jar", JAR, "serve"));
            if (Files.exists(AOT)) {
                ahead.add(firstAnswer(JAVA, "-XX:AOTCache=" + AOT, "-jar", JAR, "serve"));
            }
        }
        double ratio = (double) median(packaged) / median(plain);
        System.out.printf(
                "first good answer on Java %d, %d cores, median of %d: %d ms; without the archive %d ms; ratio %.2f%s%n",
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors(),
                ROUNDS,
                median(packaged),
                median(plain),
                ratio,
                ahead.isEmpty() ? "" : "; with an AOT cache " + median(ahead) + " ms");
        assertThat(median(packaged)).isLessThanOrEqualTo(MOST.toMillis());
        assertThat(ratio).isLessThanOrEqualTo(MOST_OF_PLAIN);
    }

    /** In milliseconds, from the start of the process. */
    private long firstAnswer(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        long start = System.nanoTime();
        Process program = builder.start();
        try (BufferedReader out = program.inputReader()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(said(out, 1) + "/v1/workspaces"))
                    .header("X-Auth-Token", said(out, 2))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            Stream.concat(program.descendants(), Stream.of(program.toHandle())).forEach(ProcessHandle::destroy);
        }
    }

    private static String said(BufferedReader out, int group) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher said = SAID.matcher(line);
            if (said.find() && said.group(group) != null) {
                return said.group(group);
            }
        }
        throw new AssertionError("the program ended without saying where it answers");
    }

    private static long median(List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }
}

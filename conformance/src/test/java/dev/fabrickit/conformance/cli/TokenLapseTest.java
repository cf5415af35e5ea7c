package dev.fabrickit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.conformance.Main;
import dev.fabrickit.server.Stub;
import dev.fabrickit.server.seam.Interference;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** Tokens that are over in the middle of a run. */
class TokenLapseTest {
    private static final String PASSWORD = "canary-password";
    private static final Map<String, Object> SETTINGS = Map.of(
            "fabrickit.delay.endpoint", "20ms",
            "fabrickit.delay.service", "20ms",
            "fabrickit.accounts.acme.users[0].id", "alice-id",
            "fabrickit.accounts.acme.users[0].name", "Alice",
            "fabrickit.accounts.acme.users[0].password", PASSWORD);
    private static final List<String> TAGS = List.of("--tags", "@P1.2 or @P1.3 or @P2.2 or @PG.9");

    @TempDir
    private Path folder;

    /** Of the first token that it sees no more than so many requests are taken. */
    private static final class ShortLived implements Interference {
        private final Set<String> seen = ConcurrentHashMap.newKeySet();
        private final AtomicInteger left = new AtomicInteger(40);
        private volatile String first = "";

        @Override
        public Mono<MutableHttpResponse<?>> request(HttpRequest<?> request) {
            String token = request.getHeaders().get("X-Auth-Token");
            if (token == null) {
                return Mono.empty();
            }
            if (seen.add(token) && seen.size() == 1) {
                first = token;
            }
            return token.equals(first) && left.decrementAndGet() < 0
                    ? Mono.just(HttpResponse.status(HttpStatus.UNAUTHORIZED)
                            .header("X-request-id", "lapsed")
                            .body(Map.of(
                                    "error_code", "APIGW.0301", "error_msg", "token expires, expires_at: 2020-01-01")))
                    : Mono.empty();
        }
    }

    @Test
    void a_given_one_ends_the_run_in_one_line_and_not_in_failures() throws IOException {
        try (Stub stub = Stub.start(SETTINGS, new ShortLived())) {
            List<String> line = new ArrayList<>(List.of("--base-url", stub.uri().toString(), "--report"));
            line.add(folder.toString());
            line.addAll(List.of("--token", stub.token()));
            line.addAll(TAGS);
            Program program = Program.run(line.toArray(String[]::new));
            assertThat(program.out())
                    .containsOnlyOnce("the token is no longer taken, though it was before. Get a new one")
                    .contains(" 0 failed", " not testable", "What is left is in ")
                    .doesNotContain("failed  ");
            assertThat(program.exitCode()).isEqualTo(3);
        }
        assertThat(folder.resolve("summary.md"))
                .content()
                .contains("could not be judged", "It could not be asked to the end: the token");
        assertThat(folder).isDirectoryContaining("glob:**/journal-*");
    }

    @Test
    @Timeout(120)
    void that_of_a_user_is_renewed_and_none_is_shown() throws IOException, InterruptedException {
        ShortLived shortLived = new ShortLived();
        try (Stub stub = Stub.start(SETTINGS, shortLived)) {
            String url = stub.uri().toString();
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName()));
            command.addAll(List.of("--base-url", url, "--iam-url", url, "--user", "Alice", "--domain", "acme"));
            command.addAll(List.of("--project", "cn-north-4", "--report", folder.toString()));
            command.addAll(TAGS);
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("FABRICKIT_PASSWORD", PASSWORD);
            Process program = builder.start();
            String out = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(program.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(out).contains("4 passed, 0 failed").doesNotContain(PASSWORD);
            assertThat(program.exitValue()).isZero();
        }
        assertThat(shortLived.seen).hasSize(2);
        try (Stream<Path> reports = Files.list(folder)) {
            assertThat(reports.toList())
                    .hasSize(6)
                    .allSatisfy(report -> assertThat(Files.readString(report))
                            .doesNotContain(shortLived.seen)
                            .doesNotContain(PASSWORD));
        }
    }
}

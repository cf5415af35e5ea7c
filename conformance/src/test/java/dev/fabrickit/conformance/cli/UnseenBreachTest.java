package dev.fabrickit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.server.Stub;
import dev.fabrickit.server.seam.Interference;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;

/** Services whose only breach is in an answer that the examples of "every answer must keep to the contract" do not see. */
class UnseenBreachTest {
    private static final Map<String, Object> SWIFT =
            Map.of("fabrickit.delay.endpoint", "20ms", "fabrickit.delay.service", "20ms");

    @TempDir
    private Path folder;

    private enum Fault {
        IN_A_FILTERED_LIST(
                withoutRequestId((request, answer) -> request.getPath().endsWith("/models")
                        && request.getParameters().contains("name")),
                "P3.2",
                "PG.9",
                "listModels (200): Header 'X-request-id' is expected"),
        IN_WHAT_SAYS_THAT_NOTHING_IS_THERE(
                withoutRequestId((request, answer) -> request.getMethod() == HttpMethod.GET
                        && request.getPath().contains("/endpoints/")
                        && answer.code() == 400),
                "P2.2",
                "ER.4",
                "showEndpoint (400): Header 'X-request-id' is expected"),
        IN_A_STREAM_OF_TWO_CHOICES(
                new Interference() {
                    @Override
                    public Flux<byte[]> events(HttpRequest<?> request, Flux<byte[]> events) {
                        return events.map(event -> new String(event, StandardCharsets.UTF_8)
                                .replace("\"index\":1", "\"index\":\"1\"")
                                .getBytes(StandardCharsets.UTF_8));
                    }
                },
                "P5.2",
                "ST.4",
                "invokeModelService (200): event");

        private final Interference interference;
        private final String broken;
        private final String meeting;
        private final String said;

        Fault(Interference interference, String broken, String meeting, String said) {
            this.interference = interference;
            this.broken = broken;
            this.meeting = meeting;
            this.said = said;
        }
    }

    private static Interference withoutRequestId(BiPredicate<HttpRequest<?>, MutableHttpResponse<?>> where) {
        return new Interference() {
            @Override
            public MutableHttpResponse<?> answer(HttpRequest<?> request, MutableHttpResponse<?> answer) {
                if (where.test(request, answer)) {
                    answer.getHeaders().remove("X-request-id");
                }
                return answer;
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void it_fails_the_requirement_that_asks_for_the_answer(Fault fault) {
        Program program =
                conform(fault.interference, "@" + fault.broken + " or @" + fault.meeting, "--profile", "full");
        assertThat(program.out())
                .containsPattern("failed +\\d+ ms  " + fault.broken)
                .contains(fault.said);
        assertThat(program.exitCode()).isOne();
        assertThat(folder.resolve("summary.md"))
                .content()
                .contains("**" + fault.broken + " failed: ", fault.said, "- The contract: `", "curl -sS -i -X");
    }

    @Test
    void out_of_what_was_asked_it_is_told_and_fails_nothing() throws IOException {
        Program program = conform(Fault.IN_A_FILTERED_LIST.interference, "@PG.9", "--profile", "full");
        assertThat(program.out()).contains("1 passed, 0 failed", "beside what was asked, breaches of the contract: 1");
        assertThat(program.exitCode()).isZero();
        assertThat(folder.resolve("summary.md"))
                .content()
                .contains("beside what was asked: 1", "- " + Fault.IN_A_FILTERED_LIST.said);
        assertThat(folder.resolve("conformance-report.yaml"))
                .content()
                .contains("breaches_beside:\n- 'listModels (200)");
    }

    @Test
    void the_baseline_may_know_it() throws IOException {
        Path known = Files.writeString(folder.resolve("known.yaml"), "- {id: P3.2, reason: later}");
        Program program = conform(
                Fault.IN_A_FILTERED_LIST.interference,
                "@P3.2 or @PG.9",
                "--profile",
                "full",
                "--baseline",
                known.toString());
        assertThat(program.out()).contains("1 known from the baseline");
        assertThat(program.exitCode()).isZero();
    }

    @Test
    void another_status_of_a_refusal_is_none_under_documented() {
        Interference missingIs404 = new Interference() {
            @Override
            public MutableHttpResponse<?> answer(HttpRequest<?> request, MutableHttpResponse<?> answer) {
                return request.getPath().contains("/endpoints/") && answer.code() == 400
                        ? answer.status(HttpStatus.NOT_FOUND)
                        : answer;
            }
        };
        Program program = conform(missingIs404, "@P2.2 or @ER.4", "--profile", "documented");
        assertThat(program.out()).contains("2 passed, 0 failed").doesNotContain("breach");
        assertThat(program.exitCode()).isZero();
    }

    private Program conform(Interference interference, String tags, String... more) {
        try (Stub stub = Stub.start(SWIFT, interference)) {
            return Program.run(Stream.concat(
                            Stream.of(
                                    "--base-url",
                                    stub.uri().toString(),
                                    "--token",
                                    Stub.DEVELOPMENT_TOKEN,
                                    "--tags",
                                    tags,
                                    "--report",
                                    folder.toString()),
                            Stream.of(more))
                    .toArray(String[]::new));
        }
    }
}

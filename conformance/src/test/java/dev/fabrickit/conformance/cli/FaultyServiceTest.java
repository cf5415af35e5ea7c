package dev.fabrickit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.conformance.wire.Credentials;
import dev.fabrickit.conformance.wire.Target;
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
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;

/** Services with one fault each: it is found, named, and nothing is left behind. */
class FaultyServiceTest {
    private static final byte[] DONE = "data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private enum Fault {
        CREATED_WITH_201(
                answers((request, answer) ->
                        is(request, HttpMethod.POST, "/v1/workspaces") ? answer.status(HttpStatus.CREATED) : answer),
                true,
                "createWorkspace (201) breaks the contract"),
        DELETED_WITHOUT_REQUEST_ID(
                answers((request, answer) -> {
                    if (request.getMethod() == HttpMethod.DELETE) {
                        answer.getHeaders().remove("X-request-id");
                    }
                    return answer;
                }),
                false,
                "deleteServiceInstance (202) breaks the contract"),
        STREAM_WITHOUT_REQUEST_ID(
                answers((request, answer) -> {
                    if (request.getPath().endsWith("/invocations")) {
                        answer.getHeaders().remove("X-request-id");
                    }
                    return answer;
                }),
                false,
                "the stream of invokeModelService breaks the contract"),
        STREAM_OF_ANOTHER_TYPE(
                answers((request, answer) -> request.getPath().endsWith("/invocations")
                        ? answer.contentType("text/event-streamish")
                        : answer),
                true,
                "where a stream was expected"),
        NO_END(events(events -> events.skipLast(1)), false, "the stream ends without [DONE]"),
        TWO_ENDS(events(events -> events.concatWithValues(DONE)), true, "the stream goes on after [DONE]"),
        TEXT_AFTER_THE_END(
                events(events -> events.collectList()
                        .flatMapMany(all -> Flux.concat(
                                Flux.fromIterable(all.subList(0, all.size() - 3)),
                                Flux.just(all.get(all.size() - 2), all.get(all.size() - 3), all.get(all.size() - 1))))),
                true,
                "has no text after its finish_reason"),
        FAILS_ON_ITS_WAY(
                events(events -> events.take(5)
                        .concatWithValues(
                                "data: {\"error_code\":\"common.00000500\",\"error_msg\":\"out of memory\"}\n\n"
                                        .getBytes(StandardCharsets.UTF_8))),
                false,
                "the stream failed on its way");

        private final Interference interference;
        private final boolean documented;
        private final String said;

        Fault(Interference interference, boolean documented, String said) {
            this.interference = interference;
            this.documented = documented;
            this.said = said;
        }
    }

    private static boolean is(HttpRequest<?> request, HttpMethod method, String path) {
        return request.getMethod() == method && request.getPath().equals(path);
    }

    private static Interference answers(
            BiFunction<HttpRequest<?>, MutableHttpResponse<?>, MutableHttpResponse<?>> change) {
        return new Interference() {
            @Override
            public MutableHttpResponse<?> answer(HttpRequest<?> request, MutableHttpResponse<?> answer) {
                return change.apply(request, answer);
            }
        };
    }

    private static Interference events(UnaryOperator<Flux<byte[]>> change) {
        return new Interference() {
            @Override
            public Flux<byte[]> events(HttpRequest<?> request, Flux<byte[]> events) {
                return change.apply(events);
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void the_fault_is_named_and_nothing_stays(Fault fault) {
        try (Stub stub = Stub.start(Map.of(), fault.interference)) {
            Program program = conform(stub, "full");
            assertThat(program.out()).contains(fault.said).doesNotContain("left behind");
            assertThat(program.exitCode()).isOne();
            assertThat(workspaces(stub)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATED_WITH_201", "NO_END", "TWO_ENDS"})
    void what_the_documents_leave_free_is_no_fault_under_documented(Fault fault) {
        try (Stub stub = Stub.start(Map.of(), fault.interference)) {
            assertThat(conform(stub, "documented").exitCode()).isEqualTo(fault.documented ? 1 : 0);
        }
    }

    @Test
    void a_token_that_the_service_repeats_is_masked() throws IOException {
        Interference echo = answers((request, answer) -> answer.header("X-Echo", Stub.DEVELOPMENT_TOKEN));
        try (Stub stub = Stub.start(Map.of(), echo)) {
            Program program = conform(stub, "documented");
            assertThat(program.exitCode()).isZero();
            assertThat(program.out()).doesNotContain(Stub.DEVELOPMENT_TOKEN);
            try (Stream<Path> reports = Files.list(folder)) {
                assertThat(reports)
                        .isNotEmpty()
                        .allSatisfy(report -> assertThat(report).content().doesNotContain(Stub.DEVELOPMENT_TOKEN));
            }
        }
    }

    private Program conform(Stub stub, String profile) {
        return Program.run(
                "--base-url",
                stub.uri().toString(),
                "--token",
                Stub.DEVELOPMENT_TOKEN,
                "--profile",
                profile,
                "--tags",
                "@procedure",
                "--report",
                folder.toString());
    }

    private static int workspaces(Stub stub) {
        return ConformTest.workspaces(
                new Target(stub.uri(), stub.uri(), Credentials.ofToken(Stub.DEVELOPMENT_TOKEN), null));
    }
}

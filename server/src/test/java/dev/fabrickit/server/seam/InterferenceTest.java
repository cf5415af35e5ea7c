package dev.fabrickit.server.seam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.server.Stub;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class InterferenceTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void a_request_can_be_answered_instead() throws IOException, InterruptedException {
        Interference teapot = new Interference() {
            @Override
            public Mono<MutableHttpResponse<?>> request(io.micronaut.http.HttpRequest<?> request) {
                return request.getPath().endsWith("specs")
                        ? Mono.just(HttpResponse.status(HttpStatus.I_AM_A_TEAPOT))
                        : Mono.empty();
            }
        };
        try (Stub stub = Stub.start(Map.of(), teapot)) {
            assertThat(get(stub, "/v1/specs").statusCode()).isEqualTo(418);
            assertThat(get(stub, "/v1/base-models").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void an_answer_can_be_altered_to_its_last_header() throws IOException, InterruptedException {
        Interference anonymous = new Interference() {
            @Override
            public MutableHttpResponse<?> answer(
                    io.micronaut.http.HttpRequest<?> request, MutableHttpResponse<?> answer) {
                answer.getHeaders().remove("X-request-id");
                return answer.status(HttpStatus.CREATED);
            }
        };
        try (Stub stub = Stub.start(Map.of(), anonymous)) {
            java.net.http.HttpResponse<String> answer = get(stub, "/v1/specs");
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.headers().firstValue("X-request-id")).isEmpty();
            assertThat(answer.body()).contains("mu.llama3.8b");
        }
    }

    @Test
    void errors_pass_the_hook_as_well() throws IOException, InterruptedException {
        Interference softener = new Interference() {
            @Override
            public MutableHttpResponse<?> answer(
                    io.micronaut.http.HttpRequest<?> request, MutableHttpResponse<?> answer) {
                return answer.code() == 404 ? answer.status(HttpStatus.GONE) : answer;
            }
        };
        try (Stub stub = Stub.start(Map.of(), softener)) {
            assertThat(get(stub, "/v1/nowhere").statusCode()).isEqualTo(410);
        }
    }

    @Test
    void several_are_asked_in_the_order_given() throws IOException, InterruptedException {
        Interference[] all =
                Stream.of("a", "b", "c", "d", "e").map(InterferenceTest::naming).toArray(Interference[]::new);
        try (Stub stub = Stub.start(Map.of(), all)) {
            assertThat(get(stub, "/v1/specs").headers().firstValue("X-Order")).contains("abcde");
        }
    }

    private static Interference naming(String name) {
        return new Interference() {
            @Override
            public MutableHttpResponse<?> answer(
                    io.micronaut.http.HttpRequest<?> request, MutableHttpResponse<?> answer) {
                String before = Objects.requireNonNullElse(answer.getHeaders().get("X-Order"), "");
                answer.getHeaders().remove("X-Order");
                return answer.header("X-Order", before + name);
            }
        };
    }

    @Test
    void ids_can_be_altered() {
        Interference plain = new Interference() {
            @Override
            public String id(String made) {
                return made.replace("-", "");
            }
        };
        assertThat(new Ids(List.of(plain, naming("x"))).next()).matches("[0-9a-f]{32}");
        assertThat(new Ids(List.of()).next()).hasSize(36);
        assertThat(new Ids(List.of()).nextPlain()).hasSize(32);
    }

    @Test
    void the_events_of_a_stream_can_be_altered() {
        Interference comments = new Interference() {
            @Override
            public Flux<byte[]> events(io.micronaut.http.HttpRequest<?> request, Flux<byte[]> events) {
                return events.startWith(": hello\n\n".getBytes(StandardCharsets.UTF_8));
            }
        };
        assertThat(comments.events(null, Flux.empty()).blockFirst()).isNotEmpty();
    }

    private static java.net.http.HttpResponse<String> get(Stub stub, String path)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(stub.uri().resolve(path))
                .header("X-Auth-Token", stub.token())
                .build();
        return HTTP.send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
    }
}

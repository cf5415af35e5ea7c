package dev.fabrickit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fabrickit.server.Stub;
import dev.fabrickit.server.seam.Interference;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

/**
 * A service gives all secrets back, in headers, bodies, error texts and events and in every spelling: five secrets in four
 * places are twenty canaries, and none of them is shown.
 */
class CanaryTest {
    private static final List<String> SECRETS = List.of(
            "canary/own+token==a1",
            "CANARYOWNACCESSKEY",
            "canary&own<secret>key\\2",
            "canary/other\"token+",
            "canary%other~key*3");

    private static final List<UnaryOperator<String>> SPELLINGS = List.of(
            secret -> secret,
            secret -> JsonNodeFactory.instance.textNode(secret).toString().replaceAll("^\"|\"$", ""),
            secret -> URLEncoder.encode(secret, StandardCharsets.UTF_8),
            secret -> Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)),
            secret -> Base64.getUrlEncoder().encodeToString(("x" + secret).getBytes(StandardCharsets.UTF_8)));

    @TempDir
    private Path folder;

    private final class Parrot implements Interference {
        @Override
        public MutableHttpResponse<?> answer(HttpRequest<?> request, MutableHttpResponse<?> answer) {
            answer.header("X-Canary", String.join(" ", spellings()));
            if (request.getMethod() == HttpMethod.POST && request.getPath().equals("/v1/workspaces")) {
                Map<String, Object> body = new LinkedHashMap<>();
                body.put("id", "canary-workspace");
                body.put("name", spellings());
                body.put("description", SECRETS);
                return answer.body(body);
            }
            return request.getMethod() == HttpMethod.DELETE
                    ? answer.status(HttpStatus.BAD_REQUEST)
                            .body(Map.of("error_code", "common.1", "error_msg", "Not you: " + spellings()))
                    : answer;
        }

        @Override
        public Flux<byte[]> events(HttpRequest<?> request, Flux<byte[]> events) {
            return Flux.fromIterable(spellings())
                    .map(spelling -> ("data: " + spelling + "\n\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<String> spellings() {
        return SECRETS.stream()
                .flatMap(secret -> SPELLINGS.stream().map(spelling -> spelling.apply(secret)))
                .toList();
    }

    @Test
    void no_secret_is_shown_when_an_answer_is_wrong() throws IOException {
        mustHideAll(new Parrot());
    }

    @Test
    void no_secret_is_shown_when_a_stream_is_wrong() throws IOException {
        mustHideAll(new Interference() {
            @Override
            public Flux<byte[]> events(HttpRequest<?> request, Flux<byte[]> events) {
                return new Parrot().events(request, events);
            }
        });
    }

    private void mustHideAll(Interference parrot) throws IOException {
        Map<String, Object> accounts = Map.of(
                "fabrickit.accounts.canary.tokens[0]", SECRETS.get(0),
                "fabrickit.accounts.canary.access-keys[0].access-key", SECRETS.get(1),
                "fabrickit.accounts.canary.access-keys[0].secret-key", SECRETS.get(2),
                "fabrickit.accounts.other.tokens[0]", SECRETS.get(3));
        try (Stub stub = Stub.start(accounts, parrot)) {
            Program program = Program.run(
                    "--base-url", stub.uri().toString(),
                    "--token", SECRETS.get(0),
                    "--ak", SECRETS.get(1),
                    "--sk", SECRETS.get(2),
                    "--other-token", SECRETS.get(3),
                    "--other-ak", "OTHERCANARYKEY",
                    "--other-sk", SECRETS.get(4),
                    "--tags", "@procedure",
                    "--report", folder.toString());
            assertThat(program.exitCode()).as(program.out()).isOne();
            mustHide(program.out());
        }
        try (Stream<Path> reports = Files.list(folder)) {
            List<Path> all = reports.toList();
            assertThat(all).hasSizeGreaterThanOrEqualTo(6);
            for (Path report : all) {
                mustHide(Files.readString(report));
            }
        }
    }

    private static void mustHide(String shown) {
        assertThat(spellings()).noneMatch(shown::contains);
        assertThat(shown).doesNotContainIgnoringCase("canary/", "canary&", "canary%other");
    }
}

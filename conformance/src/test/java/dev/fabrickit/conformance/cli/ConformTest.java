package dev.fabrickit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.fabrickit.conformance.stub.EmbeddedStub;
import dev.fabrickit.conformance.wire.Target;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformTest {
    @TempDir
    private Path folder;

    @Test
    void a_service_at_a_url_is_judged_and_left_as_it_was() throws IOException {
        try (EmbeddedStub stub = EmbeddedStub.start()) {
            Program program = conform(stub.target());
            assertThat(program.out())
                    .contains("all named fk-", "profile documented", "You said: hello", " 1 passed, 0 failed");
            assertThat(program.exitCode()).isZero();
            assertThat(workspaces(stub.target())).isZero();
            assertThat(program.out()).doesNotContain(stub.token());
            try (Stream<Path> reports = Files.list(folder)) {
                assertThat(reports)
                        .allSatisfy(report -> assertThat(report).content().doesNotContain(stub.token()))
                        .extracting(report -> report.getFileName().toString())
                        .containsExactlyInAnyOrder(
                                "summary.md",
                                "conformance-report.yaml",
                                "junit.xml",
                                "wire.har",
                                "cucumber.html",
                                "cucumber.ndjson");
            }
        }
    }

    @Test
    void names_are_the_tutorials_when_asked_and_stay_when_kept() {
        try (EmbeddedStub stub = EmbeddedStub.start()) {
            Program program = conform(stub.target(), "--tutorial-names", "--keep");
            assertThat(program.out())
                    .contains("apieworkspace", "kept, as asked: [inference service", "0 passed, 0 failed")
                    .doesNotContain("fk-");
            assertThat(program.exitCode()).isZero();
            assertThat(workspaces(stub.target())).isOne();
        }
    }

    @Test
    void what_the_account_can_use_replaces_what_the_tutorial_says() {
        try (EmbeddedStub stub = EmbeddedStub.start()) {
            Program program = conform(stub.target(), "--spec-code", "mu.other");
            assertThat(program.out()).contains("cannot use the spec code mu.other. Choose with --spec-code from mu.");
            assertThat(program.exitCode()).isEqualTo(3);
            assertThat(workspaces(stub.target())).isZero();
        }
    }

    @Test
    void a_service_that_breaks_the_contract_does_not_conform() throws IOException {
        HttpServer wrong = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        wrong.createContext("/v1/workspaces", exchange -> {
            boolean create = exchange.getRequestMethod().equals("POST");
            byte[] json = (create ? "{\"name\":\"without id\"}" : "{\"total\":0,\"workspaces\":[]}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, json.length);
            exchange.getResponseBody().write(json);
            exchange.close();
        });
        wrong.start();
        try {
            Program program = Program.run(
                    "--base-url",
                    "http://127.0.0.1:" + wrong.getAddress().getPort(),
                    "--token",
                    "t",
                    "--tags",
                    "@procedure",
                    "--report",
                    folder.toString());
            assertThat(program.out()).contains("the answer of createWorkspace (200) breaks the contract");
            assertThat(program.exitCode()).isOne();
        } finally {
            wrong.stop(0);
        }
    }

    @Test
    void choosing_no_scenario_is_no_success() {
        Program program = Program.run("--tags", "@nothing", "--report", folder.toString());
        assertThat(program.out()).contains("Nothing ran");
        assertThat(program.exitCode()).isEqualTo(2);
    }

    private Program conform(Target target, String... more) {
        Stream<String> given = Stream.of(
                "conform",
                "--base-url",
                target.admin() + "/",
                "--token",
                target.own().token(),
                "--tags",
                "@procedure",
                "--report",
                folder.toString());
        return Program.run(Stream.concat(given, Stream.of(more)).toArray(String[]::new));
    }

    static int workspaces(Target target) {
        return RestAssured.given()
                .header("X-Auth-Token", target.own().token())
                .get(target.admin() + "/v1/workspaces")
                .path("total");
    }
}

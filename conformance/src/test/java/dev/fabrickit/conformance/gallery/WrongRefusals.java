package dev.fabrickit.conformance.gallery;

import static dev.fabrickit.conformance.gallery.Meddling.answering;
import static dev.fabrickit.conformance.gallery.Meddling.exchanges;
import static dev.fabrickit.conformance.gallery.Meddling.refusals;
import static dev.fabrickit.conformance.gallery.WrongServer.that;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.server.seam.Interference;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Servers whose refusals, or the form of whose answers, are wrong. */
final class WrongRefusals {
    private static final String ALL = ".*";
    private static final String INVALID = "common.01000001";

    private WrongRefusals() {}

    static List<WrongServer> all() {
        return List.of(
                that(
                                "codes of errors are numbers",
                                refusals(ALL, body -> body.put("error_code", 400)),
                                "P1.2",
                                "P2.2",
                                "P3.2",
                                "P4.2")
                        .spoiling(),
                that("errors without words", refusals(ALL, body -> body.remove("error_msg")), "ER.1")
                        .spoiling(),
                that("errors without a body", refused(answer -> answer.body(null)), "ER.1")
                        .spoiling(),
                that(
                                "errors in HTML",
                                refused(answer -> answer.body("<html><body>Bad Request</body></html>")
                                        .contentType(MediaType.TEXT_HTML_TYPE)),
                                "ER.1")
                        .spoiling(),
                that(
                                "errors under other names",
                                refusals(ALL, body -> body.set("code", body.remove("error_code"))),
                                "ER.1")
                        .spoiling(),
                that(
                        "errors with a stack trace",
                        refusals(
                                ALL,
                                body -> body.put(
                                        "error_msg",
                                        "java.lang.NullPointerException\n\tat com.acme.Fabric.show(Fabric.java:17)")),
                        "ER.7"),
                that(
                        "errors with SQL",
                        code(INVALID, body -> body.put("error_msg", "could not execute SELECT id FROM workspace")),
                        "ER.7"),
                that("errors with status 200", refused(answer -> answer.status(HttpStatus.OK)), "ER.3", "ER.4")
                        .spoiling(),
                that("what cannot be read brings it down", invalid(HttpStatus.INTERNAL_SERVER_ERROR), "ER.2", "ER.20")
                        .spoiling(),
                that("what is missing is answered with 410", code("dataartsfabric.00010009", HttpStatus.GONE), "ER.4")
                        .spoiling(),
                that(
                        "missing workspaces are missing resources",
                        refusals(ALL, body -> {
                            if (body.path("error_code").asText().equals("dataartsfabric.00010003")) {
                                body.put("error_code", "dataartsfabric.00010009");
                            }
                        }),
                        "ER.3",
                        "TN.2"),
                that(
                        "unknown specs are called invalid",
                        code("dataartsfabric.00010011", body -> body.put("error_code", INVALID)),
                        "P2.10",
                        "P4.16"),
                that("unknown paths are answered", new Detour("", sent -> sent.to("/v1/specs")), "ER.23"),
                that(
                        "more than 12 MB are accepted",
                        exchanges(
                                "createWorkspace",
                                (request, answer) -> answer.code() == 413
                                        ? answering(200, "{\"id\":\"x\",\"name\":\"much\"}")
                                        : answer),
                        "ER.5"),
                that(
                                "requests have no id",
                                exchanges(ALL, (request, answer) -> {
                                    answer.getHeaders().remove("X-request-id");
                                    return answer;
                                }),
                                "ER.6",
                                "P1.2",
                                "P2.2",
                                "P3.2",
                                "P4.2",
                                "CA.4",
                                "HE.1")
                        .spoiling(),
                that("all requests have one id", header("one"), "ER.6"),
                that(
                                "refused requests have no id",
                                refused(answer -> {
                                    answer.getHeaders().remove("X-request-id");
                                    return answer;
                                }),
                                "ER.6")
                        .spoiling(),
                that(
                                "JSON is called text",
                                exchanges(
                                        "list.*",
                                        (request, answer) -> answer.body(String.valueOf(Meddling.tree(answer))
                                                        .getBytes(StandardCharsets.UTF_8))
                                                .contentType(MediaType.TEXT_PLAIN_TYPE)),
                                "P1.2",
                                "P2.2",
                                "P3.2",
                                "P4.2",
                                "CA.4")
                        .spoiling(),
                that(
                        "a workspace is answered with 201",
                        exchanges(
                                "createWorkspace",
                                (request, answer) -> answer.code() == 200 ? answer.status(HttpStatus.CREATED) : answer),
                        "P1.2"),
                that(
                        "an endpoint is answered with 200",
                        exchanges(
                                "createEndpoint",
                                (request, answer) -> answer.code() == 202 ? answer.status(HttpStatus.OK) : answer),
                        "P2.2"),
                that(
                        "deletions answer without content",
                        exchanges(
                                "deleteServiceInstance|deleteModelVersion",
                                (request, answer) ->
                                        answer.code() == 202 ? answer.status(HttpStatus.NO_CONTENT) : answer),
                        "P3.2",
                        "P4.2"));
    }

    private static Interference refused(UnaryOperator<MutableHttpResponse<?>> change) {
        return exchanges(ALL, (request, answer) -> answer.code() >= 400 ? change.apply(answer) : answer);
    }

    private static Interference code(String code, Consumer<ObjectNode> change) {
        return refusals(ALL, body -> {
            if (body.path("error_code").asText().equals(code)) {
                change.accept(body);
            }
        });
    }

    private static Interference code(String code, HttpStatus status) {
        return exchanges(
                ALL,
                (request, answer) -> answer.code() >= 400
                                && Meddling.tree(answer)
                                        .path("error_code")
                                        .asText()
                                        .equals(code)
                        ? answer.status(status)
                        : answer);
    }

    private static Interference invalid(HttpStatus status) {
        return exchanges(
                ALL,
                (request, answer) -> answer.code() == 400
                                && Meddling.tree(answer)
                                        .path("error_code")
                                        .asText()
                                        .equals(INVALID)
                        ? answer.status(status)
                        : answer);
    }

    private static Interference header(String value) {
        return exchanges(ALL, (request, answer) -> {
            answer.getHeaders().set("X-request-id", value);
            return answer;
        });
    }
}

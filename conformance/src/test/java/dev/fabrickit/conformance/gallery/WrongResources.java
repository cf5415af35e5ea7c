package dev.fabrickit.conformance.gallery;

import static dev.fabrickit.conformance.gallery.Meddling.accepted;
import static dev.fabrickit.conformance.gallery.Meddling.answering;
import static dev.fabrickit.conformance.gallery.Meddling.exchanges;
import static dev.fabrickit.conformance.gallery.Meddling.instead;
import static dev.fabrickit.conformance.gallery.Meddling.shown;
import static dev.fabrickit.conformance.gallery.WrongServer.that;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.server.seam.Interference;
import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** Servers that keep or change what they hold wrongly. */
final class WrongResources {
    private static final String READS = "(list|show).*";

    private WrongResources() {}

    static List<WrongServer> all() {
        return List.of(
                that("names of workspaces in small letters", text("name", READS, String::toLowerCase), "P1.3")
                        .spoiling(),
                that(
                                "names of services trimmed in the answer",
                                of("showService.*", "name", name -> name.substring(1)),
                                "P4.3")
                        .spoiling(),
                that(
                        "descriptions cut after 200 characters",
                        text("description", READS, cut(200)),
                        "P1.30",
                        "P2.40",
                        "P3.40",
                        "P4.40"),
                that("names cut after 30 characters", text("name", READS, cut(30)), "P1.30", "P2.40", "P3.40", "P4.40"),
                that(
                        "descriptions trimmed",
                        text("description", READS, String::strip),
                        "P1.31",
                        "P2.41",
                        "P3.41",
                        "P4.41"),
                that(
                        "signs of four bytes become question marks",
                        text("description", READS, WrongResources::narrow),
                        "P1.31",
                        "P2.41",
                        "P3.41",
                        "P4.41"),
                that(
                        "descriptions escaped for HTML",
                        text("description", READS, text -> text.replace("&", "&amp;")),
                        "P1.3",
                        "P1.31"),
                that(
                        "names in capitals in lists only",
                        of("listEndpoints|listServices.*", "name", name -> name.toUpperCase(Locale.ROOT)),
                        "PG.20"),
                that(
                        "a version is listed under another name",
                        of("listModelVersions", "name", name -> name + "-x"),
                        "P3.46"),
                that(
                        "a workspace is answered with another name",
                        of("createWorkspace", "name", name -> name + "-x"),
                        "P1.32"),
                that(
                                "new workspaces are answered without their id",
                                accepted("createWorkspace", answer -> answer.remove("id")),
                                "P1.1",
                                "P1.2")
                        .spoiling(),
                that(
                                "a new inference service is answered without its id",
                                accepted("deployServiceInstance", answer -> answer.remove("id")),
                                "P4.1",
                                "P4.2")
                        .spoiling(),
                that("a change is answered with what was before", stale(), "P1.32"),
                that(
                        "an endpoint is answered with another description",
                        of("createEndpoint", "description", text -> "x"),
                        "P2.42"),
                that(
                        "the version of a new model is answered wrongly",
                        accepted(
                                "createModelDefinition",
                                body -> body.put("version_id", UUID.randomUUID().toString())),
                        "P3.43"),
                that("a second creation answers with the first", same(), "LC.23")
                        .spoiling(),
                that(
                                "deletions of workspaces do nothing",
                                instead("deleteWorkspace", (id, request) -> Mono.just(answering(200, null))),
                                "P1.20")
                        .spoiling(),
                that(
                                "deletions of models do nothing",
                                instead("cleanupModel", (id, request) -> Mono.just(answering(200, null))),
                                "P3.30")
                        .spoiling(),
                that("what is missing is deleted all the same", missingDeleted(), "ER.4", "ER.24"),
                that(
                        "an endpoint's deletion is answered without its id",
                        accepted("deleteEndpoint", body -> body.remove("id")),
                        "P2.30",
                        "P2.2"),
                that(
                        "a change of a service is answered with another id",
                        accepted(
                                "updateServiceInstance",
                                body -> body.put("id", UUID.randomUUID().toString())),
                        "P4.20"),
                that("a refused endpoint is created", refusedButMade(), "P2.8"),
                that(
                        "an endpoint is public",
                        of("showEndpoint|listEndpoints", "visibility", value -> "PUBLIC"),
                        "P2.5"),
                that(
                        "an endpoint without an address",
                        accepted("showEndpoint", body -> body.putArray("urls")),
                        "P2.12"),
                that(
                        "a description is null once it is changed",
                        accepted("updateWorkspace", body -> body.putNull("description")),
                        "P1.32"));
    }

    private static Interference text(String field, String operations, UnaryOperator<String> change) {
        return shown(operations, Meddling.text(field, change));
    }

    private static Interference of(String operations, String field, UnaryOperator<String> change) {
        return text(field, operations, change);
    }

    private static UnaryOperator<String> cut(int length) {
        return text -> text.substring(0, Math.min(length, text.length()));
    }

    private static String narrow(String text) {
        return text.codePoints()
                .mapToObj(sign -> sign > 0xFFFF ? "?" : Character.toString(sign))
                .reduce("", String::concat);
    }

    /** The answer to a change shows the name that was there before. */
    private static Interference stale() {
        Map<String, String> names = new ConcurrentHashMap<>();
        return exchanges("createWorkspace|updateWorkspace", (request, answer) -> {
            if (answer.code() < 300 && Meddling.tree(answer) instanceof ObjectNode body) {
                String name = names.putIfAbsent(
                        body.path("id").asText(), body.path("name").asText());
                answer.body(name == null ? body : body.put("name", name));
            }
            return answer;
        });
    }

    /** All models of a workspace bear the id of the first. */
    private static Interference same() {
        Map<String, String> ids = new ConcurrentHashMap<>();
        return exchanges("createModelDefinition", (request, answer) -> {
            if (answer.code() < 300 && Meddling.tree(answer) instanceof ObjectNode body) {
                String id = ids.putIfAbsent(request.getPath(), body.path("id").asText());
                answer.body(id == null ? body : body.put("id", id));
            }
            return answer;
        });
    }

    private static Interference missingDeleted() {
        return exchanges(
                "cleanupModel",
                (request, answer) ->
                        Meddling.tree(answer).path("error_code").asText().equals("dataartsfabric.00010009")
                                ? answer.status(HttpStatus.OK).body(null)
                                : answer);
    }

    /** An endpoint whose maximum is below its minimum is refused, and made. */
    private static Interference refusedButMade() {
        return new Detour(
                "createEndpoint",
                sent -> sent.saying(sent.body().replace("\"min\":2,\"max\":1}", "\"min\":1,\"max\":1}")),
                answer -> answering(
                        400,
                        "{\"error_code\":\"dataartsfabric.90000001\",\"error_msg\":\"max must not be below min\"}"));
    }
}

package dev.fabrickit.conformance.gallery;

import static dev.fabrickit.conformance.gallery.Rewriting.heads;
import static dev.fabrickit.conformance.gallery.Rewriting.streams;
import static dev.fabrickit.conformance.gallery.WrongServer.breaking;
import static dev.fabrickit.conformance.gallery.WrongServer.that;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.server.seam.Interference;
import dev.fabrickit.server.seam.Rule;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Servers that go just beyond what the documents leave open. */
final class StillWrong {
    private StillWrong() {}

    static List<WrongServer> all() {
        return List.of(
                that("a page of HTML for what is missing", page(), "ER.1", "P2.2"),
                that("500 for what a rule forbids", refusing("dataartsfabric\\.90000002", 500), "P2.8"),
                that("401 for what is in use", refusing("dataartsfabric\\.90000006", 401), "P3.31"),
                that("409 for what is missing", refusing("dataartsfabric\\.00010003", 409), "ER.3"),
                that("200 for who is not known", lettingIn(), "AU.1", "AU.2"),
                that("what is deleted comes back", comingBack(), "LC.3"),
                that("a new endpoint is on its way out", status(HttpMethod.POST, "DELETING"), "P2.1"),
                that(
                        "a stream is held back",
                        streams(events -> events.collectList().flatMapIterable(all -> all)),
                        "ST.10"),
                breaking(Rule.UPDATES_ARE_STORED, "P2.20", "P4.20"),
                secondsThatStay());
    }

    private static Interference page() {
        return heads((request, answer) -> {
            if (VariantRefusals.code(answer).endsWith("00010009")) {
                answer.status(404);
                answer.contentType(MediaType.TEXT_HTML_TYPE);
                answer.body("<h1>Not Found</h1>".getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private static Interference refusing(String codes, int status) {
        return heads((request, answer) -> {
            if (VariantRefusals.code(answer).matches(codes)) {
                answer.status(status);
            }
        });
    }

    private static Interference lettingIn() {
        return heads((request, answer) -> {
            if (answer.code() == 401) {
                answer.status(200);
            }
        });
    }

    /** The first look after a deletion finds it DELETING, the second one RUNNING. */
    private static Interference comingBack() {
        Map<String, ObjectNode> shown = new ConcurrentHashMap<>();
        Map<String, Queue<String>> toCome = new ConcurrentHashMap<>();
        return heads((request, answer) -> {
            String path = request.getPath();
            if (!path.matches(".*/endpoints/[^/]+")) {
                return;
            }
            if (request.getMethod() == HttpMethod.DELETE && answer.code() == 202) {
                toCome.put(path, new ConcurrentLinkedQueue<>(List.of("DELETING", "RUNNING")));
            } else if (request.getMethod() == HttpMethod.GET && toCome.containsKey(path)) {
                String status = toCome.get(path).poll();
                if (status != null && shown.containsKey(path)) {
                    answer.status(200);
                    answer.body(Rewriting.bytes(shown.get(path).deepCopy().put("status", status)));
                }
            } else if (request.getMethod() == HttpMethod.GET && answer.code() == 200) {
                shown.put(path, (ObjectNode) Rewriting.json(answer));
            }
        });
    }

    private static Interference status(HttpMethod method, String status) {
        return heads((request, answer) -> {
            if (request.getMethod() == method && request.getPath().endsWith("/endpoints") && answer.code() == 202) {
                answer.body(Rewriting.bytes(((ObjectNode) Rewriting.json(answer)).put("status", status)));
            }
        });
    }

    /** What a server tells in whole seconds must move on with them. */
    private static WrongServer secondsThatStay() {
        Interference seconds = VariantAnswers.times("uuuu-MM-dd'T'HH:mm:ssX");
        return new WrongServer(
                "the time of a change stays, in whole seconds",
                Set.of("LC.8"),
                Set.of(),
                false,
                Map.of(),
                Set.of(Rule.UPDATES_MOVE_THE_UPDATE_TIME),
                seconds);
    }
}

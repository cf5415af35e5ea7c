package dev.fabrickit.conformance.gallery;

import static dev.fabrickit.conformance.gallery.Meddling.accepted;
import static dev.fabrickit.conformance.gallery.Meddling.answering;
import static dev.fabrickit.conformance.gallery.Meddling.exchanges;
import static dev.fabrickit.conformance.gallery.Meddling.shown;
import static dev.fabrickit.conformance.gallery.WrongServer.that;

import dev.fabrickit.server.seam.Interference;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Servers that tell wrongly how far something is, or when it happened. */
final class WrongLives {
    private static final String READS = "(list|show).*";

    private WrongLives() {}

    static List<WrongServer> all() {
        return List.of(
                that(
                        "a new endpoint is running at once",
                        text("status", "createEndpoint", status -> "RUNNING"),
                        "P2.1"),
                that("an endpoint falls back once it runs", fallingBack(), "LC.1")
                        .spoiling(),
                that("a deleted endpoint comes back", comingBack(), "LC.3").spoiling(),
                that("an endpoint fails", text("status", "showEndpoint", status -> "CREATE_FAILED"), "LC.1")
                        .spoiling(),
                that(
                        "created an hour from now",
                        text(
                                "create_time",
                                READS,
                                time -> OffsetDateTime.parse(time).plusHours(1).toString()),
                        "LC.21"),
                that(
                                "created anew at each look",
                                text(
                                        "create_time",
                                        READS,
                                        time -> OffsetDateTime.now().toString()),
                                "LC.21",
                                "PG.20",
                                "LC.8")
                        .alsoFailing("PG.8"),
                that(
                        "changed before it was created",
                        text(
                                "update_time",
                                READS,
                                time -> OffsetDateTime.parse(time).minusDays(1).toString()),
                        "LC.21"),
                that(
                                "times without an offset",
                                text("create_time", READS, time -> time.substring(0, 19)),
                                "P1.2",
                                "P2.2",
                                "P3.2",
                                "P4.2")
                        .alsoFailing("LC.21"),
                that(
                                "times in seconds",
                                accepted(
                                        "listModels",
                                        body -> Meddling.items(body)
                                                .forEach(item -> item.put("create_time", 1_700_000_000))),
                                "P3.2")
                        .alsoFailing("LC.21"));
    }

    private static Interference text(String field, String operations, UnaryOperator<String> change) {
        return shown(operations, Meddling.text(field, change));
    }

    /** The look after the first at a running endpoint shows it as being created. */
    private static Interference fallingBack() {
        Map<String, Integer> looks = new ConcurrentHashMap<>();
        return shown("showEndpoint", item -> {
            boolean running = item.path("status").asText().equals("RUNNING");
            if (running && looks.merge(item.path("id").asText(), 1, Integer::sum) == 2) {
                item.put("status", "CREATING");
            }
        });
    }

    /** The look after the first at an endpoint that is gone finds it once more. */
    private static Interference comingBack() {
        Map<String, Integer> looks = new ConcurrentHashMap<>();
        Map<String, Object> last = new ConcurrentHashMap<>();
        return exchanges("showEndpoint", (request, answer) -> {
            if (answer.code() < 300) {
                last.put(request.getPath(), Meddling.tree(answer));
            } else if (last.containsKey(request.getPath()) && looks.merge(request.getPath(), 1, Integer::sum) == 2) {
                return answering(200, last.get(request.getPath()).toString());
            }
            return answer;
        });
    }
}

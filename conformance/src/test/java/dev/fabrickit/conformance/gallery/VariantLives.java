package dev.fabrickit.conformance.gallery;

import static dev.fabrickit.conformance.gallery.CorrectVariant.that;
import static dev.fabrickit.conformance.gallery.Rewriting.delay;
import static dev.fabrickit.conformance.gallery.Rewriting.heads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.server.seam.Interference;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** Servers that take another time, or other ways, to come to the same. */
final class VariantLives {
    private static final Map<String, String> STRANGE =
            Map.of("CREATING", "SCHEDULING", "UPDATING", "ROLLING", "DELETING", "DRAINING");

    private VariantLives() {}

    static List<CorrectVariant> all() {
        return List.of(
                that("instant changes").set("fabrickit.delay.endpoint", "0ms").set("fabrickit.delay.service", "0ms"),
                that("slow changes")
                        .inFull()
                        .set("fabrickit.delay.endpoint", "2s")
                        .set("fabrickit.delay.service", "1s"),
                that("slow answers now and then", delay(Duration.ofSeconds(1), 50))
                        .inFull(),
                that("ids without hyphens", ids(id -> id.replace("-", ""))).inFull(),
                that("ids in capitals", ids(id -> id.replace("-", "").toUpperCase(Locale.ROOT)))
                        .inFull(),
                that("ids with hyphens", ids(VariantLives::hyphenated)).inFull(),
                that("statuses that nobody knows", strangeStatuses()),
                that("what is deleted stays as DELETED", deletedStays(Integer.MAX_VALUE)),
                that("what is deleted stays as DELETED for a while", deletedStays(3)),
                that("changes show late", late()),
                that("only what has settled can be changed", new OnlySettled())
                        .set("fabrickit.delay.endpoint", "60ms")
                        .set("fabrickit.delay.service", "60ms"),
                that("changes of what must stay are ignored", ignoring()),
                that("names are unique", unique()),
                that("too many requests now and then", busy()));
    }

    private static Interference ids(UnaryOperator<String> change) {
        return new Interference() {
            @Override
            public String id(String id) {
                return change.apply(id);
            }
        };
    }

    private static String hyphenated(String id) {
        return id.contains("-") ? id : id.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    private static Interference strangeStatuses() {
        return heads((request, answer) -> {
            if (request.getMethod() == HttpMethod.GET && Rewriting.isJson(answer)) {
                JsonNode body = Rewriting.json(answer);
                body.findParents("status").forEach(parent -> {
                    String status = parent.path("status").asText();
                    ((ObjectNode) parent).put("status", STRANGE.getOrDefault(status, status));
                });
                answer.body(Rewriting.bytes(body));
            }
        });
    }

    private static boolean isOfOne(HttpRequest<?> request) {
        return request.getPath().matches(".*/(endpoints|instances)/[0-9a-zA-Z-]+");
    }

    private static Interference deletedStays(int looks) {
        Map<String, JsonNode> shown = new ConcurrentHashMap<>();
        Map<String, AtomicInteger> left = new ConcurrentHashMap<>();
        return heads((request, answer) -> {
            String path = request.getPath();
            if (!isOfOne(request)) {
                return;
            }
            if (request.getMethod() == HttpMethod.DELETE && answer.code() == 202) {
                left.put(path, new AtomicInteger(looks));
            } else if (request.getMethod() == HttpMethod.GET && answer.code() == 200) {
                shown.put(path, Rewriting.json(answer));
            } else if (request.getMethod() == HttpMethod.GET
                    && VariantRefusals.code(answer).endsWith("00010009")
                    && shown.containsKey(path)
                    && left.getOrDefault(path, new AtomicInteger()).getAndDecrement() > 0) {
                ObjectNode body = shown.get(path).deepCopy();
                answer.status(200);
                answer.body(Rewriting.bytes(body.put("status", "DELETED")));
            }
        });
    }

    /** For a moment after a change was accepted, everything is as it was. */
    private static Interference late() {
        Map<String, JsonNode> shown = new ConcurrentHashMap<>();
        Map<String, Long> changed = new ConcurrentHashMap<>();
        return heads((request, answer) -> {
            String path = request.getPath();
            if (!isOfOne(request) || answer.code() / 100 != 2) {
                return;
            }
            long since = System.nanoTime() - changed.getOrDefault(path, 0L);
            if (request.getMethod() == HttpMethod.PUT) {
                changed.put(path, System.nanoTime());
            } else if (request.getMethod() == HttpMethod.GET
                    && changed.containsKey(path)
                    && shown.containsKey(path)
                    && since < Duration.ofMillis(150).toNanos()) {
                answer.body(Rewriting.bytes(shown.get(path)));
            } else if (request.getMethod() == HttpMethod.GET) {
                shown.put(path, Rewriting.json(answer));
            }
        });
    }

    /** A change that is refused because it must not be made is accepted and not made. */
    private static Interference ignoring() {
        return heads((request, answer) -> {
            if (request.getMethod() == HttpMethod.PUT
                    && request.getPath().contains("/instances/")
                    && VariantRefusals.code(answer).equals("dataartsfabric.90000013")) {
                String path = request.getPath();
                answer.status(202);
                answer.body(("{\"id\":\"" + path.substring(path.lastIndexOf('/') + 1) + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    /** Of workspaces: a second one of a name is answered as if it had not been made. */
    private static Interference unique() {
        Map<String, String> owners = new ConcurrentHashMap<>();
        return heads((request, answer) -> {
            if (request.getMethod() == HttpMethod.POST
                    && request.getPath().equals("/v1/workspaces")
                    && answer.code() == 200) {
                JsonNode made = Rewriting.json(answer);
                String id = made.path("id").asText();
                if (!owners.merge(made.path("name").asText(), id, (first, second) -> first)
                        .equals(id)) {
                    Rewriting.refuse(answer, 409, "Fabric.0409");
                }
            }
        });
    }

    private static Interference busy() {
        AtomicInteger requests = new AtomicInteger();
        return new Interference() {
            @Override
            public Mono<MutableHttpResponse<?>> request(HttpRequest<?> request) {
                if (requests.incrementAndGet() % 150 != 0) {
                    return Mono.empty();
                }
                MutableHttpResponse<?> answer = HttpResponse.ok().header("Retry-After", "1");
                Rewriting.refuse(answer, 429, "APIG.0308");
                return Mono.just(answer);
            }
        };
    }
}

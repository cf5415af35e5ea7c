package dev.fabrickit.conformance.gallery;

import static dev.fabrickit.conformance.gallery.CorrectVariant.that;
import static dev.fabrickit.conformance.gallery.Rewriting.bodies;
import static dev.fabrickit.conformance.gallery.Rewriting.heads;
import static dev.fabrickit.conformance.gallery.Rewriting.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.server.seam.Interference;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** Servers whose answers say the same with other fields, forms and headers. */
final class VariantAnswers {
    private static final List<String> OPTIONAL = List.of(
            "create_domain_name",
            "create_user_name",
            "access_url",
            "visibility",
            "urls",
            "url",
            "create_user",
            "update_user",
            "duration",
            "solution_msg",
            "system_fingerprint");

    private static final Set<String> TIMES = Set.of("create_time", "update_time");

    private static final List<String> DETAILS =
            List.of("description", "reserved_resource", "config", "source", "endpoint_id", "type");

    private VariantAnswers() {}

    static List<CorrectVariant> all() {
        return List.of(
                that(
                                "fields that nobody knows",
                                objects(object -> object.putObject("x_new").put("any", 1)))
                        .inFull(),
                that("optional fields are absent", objects(object -> object.remove(OPTIONAL))),
                that("times only where they must be", objects(object -> {
                    if (!object.has("owner")) {
                        object.remove(TIMES);
                    }
                })),
                that("optional fields are null", nulls()),
                that("times with an offset and nanoseconds", times("uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnnxxx"))
                        .inFull(),
                that("times in whole seconds", times("uuuu-MM-dd'T'HH:mm:ssX")),
                that(
                        "no request ids",
                        heads((request, answer) -> answer.getHeaders().remove("X-request-id"))),
                that("more headers, and others' spelling", otherHeaders()),
                that("lists without details", lists(VariantAnswers::withoutDetails))
                        .inFull(),
                that("lists in another order", lists(VariantAnswers::reversed)),
                that("JSON with spaces and escapes", pretty()).inFull(),
                that("health without a body", health("", "")),
                that("health as a text", health("text/plain", "OK")),
                that("deploying is answered with 200", deploying(200)),
                that("deploying is answered with 201", deploying(201)),
                that("deletions with a body", heads(VariantAnswers::fillDeletion)),
                that("a model without the id of its version", modelWithoutVersion()),
                that("the connection is closed", heads((request, answer) -> answer.header("Connection", "close")))
                        .inFull(),
                that("gzip for who takes it", gzip()).inFull());
    }

    private static Interference nulls() {
        return objects(object -> {
            boolean resource = object.has("create_time");
            OPTIONAL.stream()
                    .filter(field -> resource || field.equals("system_fingerprint") && object.has("choices"))
                    .forEach(object::putNull);
            if (object.has("error_code") && object.has("error_msg")) {
                object.putNull("solution_msg");
            }
        });
    }

    static Interference times(String pattern) {
        DateTimeFormatter form = DateTimeFormatter.ofPattern(pattern);
        ZoneOffset offset = pattern.endsWith("xxx") ? ZoneOffset.ofHours(8) : ZoneOffset.UTC;
        return objects(object -> TIMES.stream()
                .filter(field -> object.path(field).isTextual())
                .forEach(field -> object.put(
                        field,
                        OffsetDateTime.parse(object.path(field).textValue())
                                .withOffsetSameInstant(offset)
                                .format(form))));
    }

    private static Interference otherHeaders() {
        return heads((request, answer) -> {
            String id = answer.getHeaders().get("X-request-id");
            answer.getHeaders().remove("X-request-id");
            answer.header("x-request-ID", id == null ? "none" : id)
                    .header("Server", "api-gateway")
                    .header("X-New", "1");
            if (Rewriting.isJson(answer)) {
                answer.getHeaders().remove("Content-Type");
                answer.header("content-type", "application/json; charset=UTF-8");
            }
        });
    }

    private interface Items {
        void alter(String path, ArrayNode items);
    }

    private static Interference lists(Items change) {
        return heads((request, answer) -> {
            if (request.getMethod() == HttpMethod.GET && Rewriting.isJson(answer)) {
                JsonNode page = Rewriting.json(answer);
                boolean sorted = request.getParameters().contains("sort_by");
                if (page.has("total") && !sorted) {
                    page.forEach(field -> {
                        if (field instanceof ArrayNode items) {
                            change.alter(request.getPath(), items);
                        }
                    });
                    answer.body(Rewriting.bytes(page));
                }
            }
        });
    }

    private static void withoutDetails(String path, ArrayNode items) {
        boolean shown = path.endsWith("/services/instances");
        items.forEach(item -> {
            if (shown) {
                ((ObjectNode) item).remove(DETAILS);
            } else if (path.endsWith("/endpoints")) {
                ((ObjectNode) item).remove(DETAILS.subList(0, 3));
            }
        });
    }

    private static void reversed(String path, ArrayNode items) {
        if (!path.endsWith("/models")) {
            List<JsonNode> all = new ArrayList<>();
            items.forEach(item -> all.add(0, item));
            items.removeAll();
            items.addAll(all);
        }
    }

    private static Interference gzip() {
        return heads((request, answer) -> {
            boolean taken =
                    request.getHeaders().getAll("Accept-Encoding").toString().contains("gzip");
            if (taken && Rewriting.isJson(answer)) {
                answer.body(zipped(Rewriting.bytes(Rewriting.json(answer)))).header("Content-Encoding", "gzip");
            }
        });
    }

    private static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    private static Interference pretty() {
        return heads((request, answer) -> {
            if (Rewriting.isJson(answer)) {
                String text = Rewriting.json(answer)
                        .toPrettyString()
                        .replace("/", "\\/")
                        .replace("é", "\\u00e9");
                answer.body(("\r\n " + text + "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private static Interference health(String type, String body) {
        return heads((request, answer) -> {
            if (request.getPath().equals("/healthcheck")) {
                answer.getHeaders().remove("Content-Type");
                answer.body(body);
                if (!type.isEmpty()) {
                    answer.header("Content-Type", type);
                }
            }
        });
    }

    private static Interference deploying(int status) {
        return heads((request, answer) -> {
            if (request.getMethod() == HttpMethod.POST
                    && request.getPath().endsWith("/services/instances")
                    && answer.code() == 202) {
                answer.status(status);
            }
        });
    }

    private static void fillDeletion(HttpRequest<?> request, MutableHttpResponse<?> answer) {
        if (request.getMethod() == HttpMethod.DELETE && answer.code() / 100 == 2 && answer.body() == null) {
            answer.body("{}".getBytes(StandardCharsets.UTF_8)).header("Content-Type", "application/json");
        }
    }

    private static Interference modelWithoutVersion() {
        return bodies(answer -> answer.code() == 200, body -> {
            if (body.size() == 2 && body.has("version_id")) {
                body.remove("version_id");
            }
        });
    }
}

package dev.fabrickit.conformance.gallery;

import static dev.fabrickit.conformance.gallery.Meddling.accepted;
import static dev.fabrickit.conformance.gallery.WrongServer.that;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.server.seam.Interference;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Servers whose lists are wrong. */
final class WrongLists {
    private static final String LISTS = "list(Workspaces|Endpoints|Models|ServicesInstances)";

    private WrongLists() {}

    static List<WrongServer> all() {
        return List.of(
                that(
                        "the total is that of the page",
                        items(LISTS, (body, items) -> body.put("total", items.size())),
                        "PG.1",
                        "PG.2",
                        "PG.4",
                        "PG.21"),
                that(
                        "the total is a text",
                        accepted(
                                "listModels",
                                body -> body.put("total", body.path("total").asText())),
                        "P3.2"),
                that("there is no total", accepted("listEndpoints", body -> body.remove("total")), "P2.2", "PG.2"),
                that(
                        "the total counts one too many",
                        accepted(
                                LISTS,
                                body -> body.put("total", body.path("total").asInt() + 1)),
                        "PG.1",
                        "PG.2",
                        "PG.4",
                        "PG.21",
                        "PG.22",
                        "PG.23"),
                that(
                                "models are listed under another key",
                                accepted("listModels", body -> body.set("model_list", body.remove("models"))),
                                "P3.2")
                        .spoiling(),
                that(
                        "a list that is null when it is empty",
                        items("listModels", (body, items) -> {
                            if (items.isEmpty()) {
                                body.putNull("models");
                            }
                        }),
                        "P3.2"),
                that(
                        "the last of a page begins the next one",
                        query("listModels|listEndpoints|listServicesInstances", "offset=2", "offset=1"),
                        "PG.2",
                        "PG.3"),
                that("offsets that count pages", query(LISTS, "limit=2&offset=2", "limit=2&offset=4"), "PG.2", "PG.3"),
                that(
                                "offsets that begin at one",
                                query(LISTS, "offset=(\\d+)", "offset=$1", WrongLists::less),
                                "PG.2",
                                "PG.3")
                        .spoiling(),
                that(
                        "pages of 20 unless another size is asked for",
                        query("listModels", "/models$", "/models?limit=20"),
                        "PG.1"),
                that(
                        "a limit of 0 is taken for 10",
                        query(LISTS, "limit=0\\b", "limit=10"),
                        "LI.3",
                        "LI.6",
                        "LI.10",
                        "LI.14"),
                that(
                        "limits above 100 are cut to 100",
                        query(LISTS, "limit=101\\b", "limit=100"),
                        "LI.3",
                        "LI.6",
                        "LI.10",
                        "LI.14"),
                that(
                        "offsets below 0 are taken for 0",
                        query(LISTS, "offset=-1\\b", "offset=0"),
                        "LI.3",
                        "LI.6",
                        "LI.10",
                        "LI.14"),
                that(
                        "the order cannot be turned",
                        query("listModels", "order_by=ASC", "order_by=DESC"),
                        "PG.6",
                        "PG.8"),
                that(
                        "services in the order of their creation only",
                        query("listServicesInstances", "order_by=ASC", "order_by=DESC"),
                        "PG.7"),
                that("no order by name", query("listModels", "sort_by=NAME", "sort_by=CREATE_TIME"), "PG.8"),
                that("names are filtered by their beginning", named(), "PG.9"),
                that("filters that a limit switches off", query(LISTS, "(limit=\\d+.*)&name=[^&]+", "$1"), "PG.21"),
                that(
                        "ids that a limit switches off",
                        query(LISTS, "[?](?:endpoint_)?id=[^&]+&limit=1\\b", "?limit=1"),
                        "PG.21"),
                that(
                        "of two filters the first counts",
                        query(LISTS, "((?:endpoint_)?id=[^&]+)&name=[^&]+", "$1"),
                        "PG.22"),
                that(
                        "a list of nothing counts one",
                        items(
                                LISTS,
                                (body, items) -> body.put(
                                        "total", Math.max(1, body.path("total").asInt()))),
                        "PG.22",
                        "PG.23"),
                that("no filter by type", query("listEndpoints", "[?&]type=\\w+", "?"), "PG.10"),
                that("no filter by model", query("listServicesInstances", "source_id=[^&]+", ""), "PG.11"),
                that("no filter by version", query("listServicesInstances", "version_id=[^&]+", ""), "PG.27"),
                that("no filter by the model served", query("listEndpoints", "model_id=[^&]+", ""), "PG.26"),
                that("no filter by project", query("listWorkspaces", "enterprise_project_id=[^&]+", ""), "PG.28"),
                that("no filter by visibility", query("listEndpoints", "visibility=\\w+", ""), "PG.12"),
                that("versions cannot be narrowed", query("listModelVersions", "(version_id|name)=[^&]+", ""), "PG.30"),
                that("versions come on one page", query("listModelVersions", "limit=\\d+", "limit=100"), "PG.31"),
                that(
                        "specs cannot be narrowed by their code",
                        query("listSpecs", "spec_code=mu.no-such-spec", ""),
                        "CA.21"),
                that("specs cannot be narrowed by their type", query("listSpecs", "spec_types=DPU", ""), "CA.2"),
                that("base models come on one page", query("listBaseModels", "limit=\\d+", "limit=100"), "CA.20"),
                that("no base model", items("listBaseModels", (body, items) -> items.removeAll()), "CA.3")
                        .spoiling(),
                that("a new endpoint is not listed", items("listEndpoints", (body, items) -> items.removeAll()), "PG.7")
                        .spoiling());
    }

    private static Interference items(String operations, BiConsumer<ObjectNode, ArrayNode> change) {
        return accepted(operations, body -> {
            for (JsonNode property : body) {
                if (property instanceof ArrayNode items) {
                    change.accept(body, items);
                    return;
                }
            }
        });
    }

    /** Alters what follows the question mark, or the path itself. */
    private static Interference query(String operations, String pattern, String replacement) {
        return new Detour(operations, sent -> sent.to(sent.url().replaceAll(pattern, replacement)));
    }

    private static Interference query(
            String operations, String pattern, String replacement, UnaryOperator<String> also) {
        return new Detour(
                operations,
                sent -> sent.to(Pattern.compile(pattern)
                        .matcher(sent.url())
                        .replaceAll(match -> "offset=" + also.apply(match.group(1)))));
    }

    private static String less(String offset) {
        return String.valueOf(Math.max(0, Integer.parseInt(offset) - 1));
    }

    /** A part of a name finds nothing, unless it is its beginning. */
    private static Interference named() {
        return new Detour(LISTS, sent -> sent.to(sent.url().replaceAll("name=Item-", "name=Nothing-")));
    }
}

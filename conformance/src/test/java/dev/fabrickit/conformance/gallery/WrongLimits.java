package dev.fabrickit.conformance.gallery;

import static dev.fabrickit.conformance.gallery.WrongServer.that;

import dev.fabrickit.server.seam.Interference;
import java.util.List;

/** Servers that refuse what lies inside of a limit, or accept what lies outside. */
final class WrongLimits {
    private WrongLimits() {}

    static List<WrongServer> all() {
        return List.of(
                that(
                        "unknown fields are refused",
                        new Detour(
                                "create.*|deploy.*",
                                sent -> sent.body().contains("nobody_knows") ? sent.saying("{") : sent),
                        "ER.8"),
                that(
                        "lists are taken for what they hold",
                        new Detour(
                                "createWorkspace",
                                sent -> sent.saying(sent.body().replaceAll("^\\[|]$", ""))),
                        "ER.2"),
                that(
                        "what says a thing twice is accepted",
                        new Detour(
                                "createWorkspace",
                                sent -> sent.saying(
                                        sent.body().replaceFirst("^\\{(\"name\":\"[^\"]*\"),(.*\"name\")", "{$2"))),
                        "ER.21"),
                that(
                        "what follows the end is ignored",
                        new Detour(
                                "createWorkspace",
                                sent -> sent.saying(sent.body().replaceFirst(" \\{}$", ""))),
                        "ER.21"),
                that(
                        "names of workspaces may have 33 characters",
                        body("createWorkspace", "(\"name\":\"[^\"]{32})[^\"]\"", "$1\""),
                        "LI.1"),
                that(
                        "names of workspaces may have 3 characters",
                        body("createWorkspace", "(\"name\":\"[^\"]{3})\"", "$1x\""),
                        "LI.1"),
                that(
                        "names of workspaces may have 31 characters at most",
                        body("createWorkspace", "(\"name\":\"[^\"]{32})\"", "$1xx\""),
                        "LI.1",
                        "P1.30"),
                that(
                        "descriptions count bytes",
                        body("createWorkspace", "(\"description\":\"W.rter.{180,})\"", "$1" + "x".repeat(80) + "\""),
                        "P1.30"),
                that(
                        "names with a blank",
                        body("createModelDefinition|createWorkspace", "\"name\":\"([^\"]*)[/]", "\"name\":\"$1"),
                        "LI.1",
                        "LI.8"),
                that(
                        "names that end with a line",
                        body("createWorkspace", "\"name\":\"([^\"]*)\\\\n\"", "\"name\":\"$1\""),
                        "LI.1"),
                that(
                        "texts are taken for numbers",
                        body("createEndpoint|updateEndpoint|deploy.*", "\"(min|max)\":\"(\\d+)\"", "\"$1\":$2"),
                        "LI.4",
                        "LI.5",
                        "LI.12"),
                that(
                        "numbers are taken for texts",
                        body("createWorkspace|updateWorkspace", "\"(description)\":(\\d+)", "\"$1\":\"$2\""),
                        "LI.1",
                        "LI.2"),
                that(
                        "a maximum of 1001 units is accepted",
                        body("createEndpoint", "\"max\":1001\\b", "\"max\":1000"),
                        "LI.4"),
                that("a maximum of 0 units is accepted", body("createEndpoint", "\"max\":0\\b", "\"max\":1"), "LI.4"),
                that(
                        "types of endpoints in small letters or capital ones",
                        body("createEndpoint", "\"SERVICE\"", "\"service\""),
                        "LI.4"),
                that(
                        "a model without a name",
                        new Detour(
                                "createModelDefinition",
                                sent -> sent.body().contains("\"name\":null")
                                        ? sent.saying(
                                                sent.body().replaceFirst("\"name\":null", "\"name\":\"nameless\""))
                                        : sent),
                        "LI.8"));
    }

    private static Interference body(String operations, String pattern, String replacement) {
        return new Detour(operations, sent -> sent.saying(sent.body().replaceFirst(pattern, replacement)));
    }
}

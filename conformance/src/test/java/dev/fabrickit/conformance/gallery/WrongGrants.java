package dev.fabrickit.conformance.gallery;

import static dev.fabrickit.conformance.gallery.Tampering.add;
import static dev.fabrickit.conformance.gallery.Tampering.message;
import static dev.fabrickit.conformance.gallery.Tampering.wholeOf;
import static dev.fabrickit.conformance.gallery.WrongServer.that;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.server.seam.Interference;
import java.util.List;
import java.util.function.Consumer;

/** Servers that grant the wishes of a chat, but wrongly. */
final class WrongGrants {
    private WrongGrants() {}

    static List<WrongServer> all() {
        return List.of(
                that("one token more than wanted", longer("max_tokens"), "P5.6").spoiling(),
                that("one token more than wanted by the other limit", longer("max_completion_tokens"), "P5.6")
                        .spoiling(),
                that(
                                "one token less than wanted",
                                wholeOf((chat, all) -> takeMore(chat, "max_tokens", all, -1)),
                                "P5.37")
                        .spoiling(),
                that("the stop text is said", heeded("stop", all -> append(all, "our conversation")), "P5.8")
                        .spoiling(),
                that(
                                "what is after the stop text is said",
                                heeded("stop", all -> append(all, "our conversation. And so on")),
                                "P5.8")
                        .spoiling(),
                that("a stop text takes away more", heeded("stop", all -> content(all, "You said")), "P5.38")
                        .spoiling(),
                that(
                                "a stop text is the reason length",
                                heeded(
                                        "stop",
                                        all -> all.withObject("/choices/0").put("finish_reason", "length")),
                                "P5.8")
                        .spoiling(),
                that(
                                "a limit of no tokens gives nothing",
                                wholeOf((chat, all) -> {
                                    if (chat.path("max_tokens").asInt(1) == 0) {
                                        content(all, "");
                                    }
                                }),
                                "P5.34")
                        .spoiling(),
                that("an object in words", heeded("response_format", all -> append(all, " - that is all")), "P5.9")
                        .spoiling(),
                that(
                                "an object in a fence",
                                heeded("response_format", all -> content(all, "```json\n" + text(all) + "\n```")),
                                "P5.9")
                        .spoiling(),
                that(
                                "an object that is a list",
                                heeded("response_format", all -> content(all, "[" + text(all) + "]")),
                                "P5.9")
                        .spoiling(),
                that("tools are never called", heeded("tools", WrongGrants::say), "P5.10")
                        .spoiling(),
                that(
                                "tools are called that do not exist",
                                function(function -> function.put("name", "get_news")),
                                "P5.10")
                        .spoiling(),
                that(
                                "tools are called with no JSON",
                                function(function -> function.put("arguments", "city=Dongguan")),
                                "P5.39")
                        .spoiling(),
                that("tools are called with nothing", function(function -> function.put("arguments", "{}")), "P5.39")
                        .spoiling(),
                that(
                                "tools are called with an object",
                                function(function ->
                                        function.putObject("arguments").put("city", "x")),
                                "P5.39")
                        .spoiling(),
                that("the first tool is called", function(function -> function.put("name", "get_weather")), "P5.40")
                        .spoiling(),
                that(
                                "tools are called for the reason stop",
                                heeded(
                                        "tools",
                                        all -> all.withObject("/choices/0").put("finish_reason", "stop")),
                                "P5.10")
                        .spoiling(),
                that("a user changes the answer", heeded("user", all -> content(all, "Dear user")), "P5.47")
                        .spoiling());
    }

    private static Interference function(Consumer<ObjectNode> change) {
        return message(message ->
                message.path("tool_calls").forEach(call -> change.accept((ObjectNode) call.path("function"))));
    }

    /** Spoils whole answers to chats with a wish. */
    private static Interference heeded(String wish, Consumer<ObjectNode> change) {
        return wholeOf((chat, all) -> {
            if (chat.hasNonNull(wish)) {
                change.accept(all);
            }
        });
    }

    private static Interference longer(String limit) {
        return wholeOf((chat, all) -> takeMore(chat, limit, all, 1));
    }

    private static void takeMore(JsonNode chat, String limit, ObjectNode all, int more) {
        if (chat.path(limit).asInt() > 0) {
            append(all, " more");
            ObjectNode usage = (ObjectNode) all.path("usage");
            add(usage, "completion_tokens", more);
            add(usage, "total_tokens", more);
        }
    }

    private static String text(ObjectNode all) {
        return all.at("/choices/0/message/content").asText();
    }

    private static void append(ObjectNode all, String more) {
        content(all, text(all) + more);
    }

    private static void content(ObjectNode all, String text) {
        ((ObjectNode) all.at("/choices/0/message")).put("content", text);
    }

    private static void say(ObjectNode all) {
        content(all, "The weather is fine.");
        ((ObjectNode) all.at("/choices/0/message")).remove("tool_calls");
        ((ObjectNode) all.at("/choices/0")).put("finish_reason", "stop");
    }
}

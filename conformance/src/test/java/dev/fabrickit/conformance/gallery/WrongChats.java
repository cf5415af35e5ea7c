package dev.fabrickit.conformance.gallery;

import static dev.fabrickit.conformance.gallery.Tampering.add;
import static dev.fabrickit.conformance.gallery.Tampering.answers;
import static dev.fabrickit.conformance.gallery.Tampering.whole;
import static dev.fabrickit.conformance.gallery.Tampering.wholeOf;
import static dev.fabrickit.conformance.gallery.WrongServer.breaking;
import static dev.fabrickit.conformance.gallery.WrongServer.that;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.server.seam.Interference;
import dev.fabrickit.server.seam.Rule;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Servers whose whole answers are wrong, or that do not heed what was asked. */
final class WrongChats {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private WrongChats() {}

    static List<WrongServer> all() {
        return Stream.of(rules(), forms(), choices(), usages(), wishes())
                .flatMap(List::stream)
                .toList();
    }

    private static List<WrongServer> rules() {
        return List.of(
                breaking(Rule.TOKENS_HAVE_ONE_LIMIT, "P5.5", "P5.45"),
                breaking(Rule.LOGPROBS_ARE_NOT_OFFERED, "P5.12"),
                breaking(Rule.TOOL_CHOICE_NEEDS_TOOLS, "P5.11"),
                new WrongServer(
                        Rule.ONLY_WHAT_RUNS_IS_INVOKED.name(),
                        Set.of("LC.7"),
                        Set.of(),
                        true,
                        Map.of("fabrickit.delay.service", "5s"),
                        Set.of(Rule.ONLY_WHAT_RUNS_IS_INVOKED)));
    }

    private static List<WrongServer> forms() {
        return List.of(
                that(
                        "whole answers call themselves chunks",
                        whole(all -> all.put("object", "chat.completion.chunk")),
                        "P5.2",
                        "P5.3"),
                that("whole answers without an id", whole(all -> all.remove("id")), "P5.2"),
                that("one id for all whole answers", whole(all -> all.put("id", "chatcmpl-1")), "P5.31"),
                that(
                        "whole answers with a time in milliseconds",
                        whole(all -> all.put("created", 1_795_000_000_000L)),
                        "P5.30"),
                that("whole answers of the wrong model", whole(all -> all.put("model", "gpt-4")), "P5.46"),
                that("whole answers as a stream", type(MediaType.TEXT_EVENT_STREAM), "P5.3"),
                that("whole answers declared as text", type(MediaType.TEXT_PLAIN), "P5.2"),
                that(
                        "whole answers come with 201",
                        answers((request, answer) ->
                                answer.status().getCode() == 200 ? answer.status(HttpStatus.CREATED) : answer),
                        "P5.2"),
                that(
                        "refusals come with 200",
                        answers((request, answer) -> answer.status(HttpStatus.OK)),
                        "P5.5",
                        "P5.45"),
                that(
                        "refusals of a chat come with 500",
                        answers((request, answer) -> answer.status().getCode() == 400
                                ? answer.status(HttpStatus.INTERNAL_SERVER_ERROR)
                                : answer),
                        "P5.5",
                        "P5.45"),
                that(
                        "refusals of a chat as events",
                        answers((request, answer) -> answer.status().getCode() == 400
                                ? answer.contentType(MediaType.TEXT_EVENT_STREAM)
                                : answer),
                        "P5.2"));
    }

    private static List<WrongServer> choices() {
        return List.of(
                that("whole answers without choices", whole(all -> all.putArray("choices")), "P5.2", "P5.3"),
                that("choices without a message", choice(choice -> choice.remove("message")), "P5.2", "P5.3"),
                that("messages of the user", message(message -> message.put("role", "user")), "P5.3"),
                that("messages without a role", message(message -> message.remove("role")), "P5.2", "P5.3"),
                that("messages of null", message(message -> message.putNull("content")), "P5.3"),
                that("messages of nothing", message(message -> message.put("content", "")), "P5.3"),
                that("whole answers end for null", choice(choice -> choice.putNull("finish_reason")), "P5.2", "P5.44"),
                that(
                        "whole answers end for an unknown reason",
                        choice(choice -> choice.put("finish_reason", "done")),
                        "P5.44"),
                that(
                        "whole answers that are cut say stop",
                        choice(choice -> choice.put("finish_reason", "stop")),
                        "P5.6"),
                that(
                        "whole answers that are not cut say length",
                        choice(choice -> choice.put("finish_reason", "length")),
                        "P5.32"),
                that("choices of whole answers from 1", choice(choice -> add(choice, "index", 1)), "P5.43"),
                that("choices of whole answers all number 0", choice(choice -> choice.put("index", 0)), "P5.43"),
                that("one choice whatever is wanted", whole(all -> only(all, 1)), "P5.7"),
                that(
                        "the same whole answer whatever is asked",
                        message(message -> message.put("content", "la la")),
                        "P5.33"),
                that("the first answer again and again", message(again()), "P5.33"),
                that(
                        "whole answers by chance",
                        message(message -> message.put("content", "la " + COUNT.incrementAndGet())),
                        "ST.12"));
    }

    private static List<WrongServer> usages() {
        return List.of(
                that("whole answers without a usage", whole(all -> all.remove("usage")), "P5.36"),
                that(
                        "a usage of whole answers that does not sum up",
                        usage(usage -> add(usage, "total_tokens", 1)),
                        "P5.13"),
                that(
                        "a usage of whole answers of nothing",
                        usage(usage -> usage.put("prompt_tokens", 0)
                                .put("completion_tokens", 0)
                                .put("total_tokens", 0)),
                        "P5.13"),
                that(
                        "a usage of whole answers that is always the same",
                        usage(usage -> usage.put("prompt_tokens", 9)
                                .put("completion_tokens", 3)
                                .put("total_tokens", 12)),
                        "P5.35",
                        "P5.37"));
    }

    private static List<WrongServer> wishes() {
        return List.of(
                that("one token more than wanted", longer("max_tokens"), "P5.6"),
                that("one token more than wanted by the other limit", longer("max_completion_tokens"), "P5.6"),
                that(
                        "one token less than wanted",
                        wholeOf((chat, all) -> takeMore(chat, "max_tokens", all, -1)),
                        "P5.37"),
                that("the stop text is said", heeded("stop", all -> append(all, "our conversation")), "P5.8"),
                that(
                        "what is after the stop text is said",
                        heeded("stop", all -> append(all, "our conversation. And so on")),
                        "P5.8"),
                that("a stop text takes away more", heeded("stop", all -> content(all, "You said")), "P5.38"),
                that(
                        "a stop text is the reason length",
                        heeded("stop", all -> all.withObject("/choices/0").put("finish_reason", "length")),
                        "P5.8"),
                that(
                        "a limit of no tokens gives nothing",
                        wholeOf((chat, all) -> {
                            if (chat.path("max_tokens").asInt(1) == 0) {
                                content(all, "");
                            }
                        }),
                        "P5.34"),
                that("an object in words", heeded("response_format", all -> append(all, " - that is all")), "P5.9"),
                that(
                        "an object in a fence",
                        heeded("response_format", all -> content(all, "```json\n" + text(all) + "\n```")),
                        "P5.9"),
                that(
                        "an object that is a list",
                        heeded("response_format", all -> content(all, "[" + text(all) + "]")),
                        "P5.9"),
                that("tools are never called", heeded("tools", WrongChats::say), "P5.10"),
                that(
                        "tools are called that do not exist",
                        function(function -> function.put("name", "get_news")),
                        "P5.10"),
                that(
                        "tools are called with no JSON",
                        function(function -> function.put("arguments", "city=Dongguan")),
                        "P5.39"),
                that("tools are called with nothing", function(function -> function.put("arguments", "{}")), "P5.39"),
                that(
                        "tools are called with an object",
                        function(function -> function.putObject("arguments").put("city", "x")),
                        "P5.2"),
                that("the first tool is called", function(function -> function.put("name", "get_weather")), "P5.40"),
                that(
                        "tools are called for the reason stop",
                        heeded("tools", all -> all.withObject("/choices/0").put("finish_reason", "stop")),
                        "P5.10"),
                that("a user changes the answer", heeded("user", all -> content(all, "Dear user")), "P5.47"));
    }

    private static Interference type(String type) {
        return answers((request, answer) -> answer.status().getCode() == 200
                        && answer.getContentType()
                                .filter(MediaType.APPLICATION_JSON_TYPE::equals)
                                .isPresent()
                ? answer.contentType(type)
                : answer);
    }

    private static Interference choice(Consumer<ObjectNode> change) {
        return whole(all -> all.path("choices").forEach(choice -> change.accept((ObjectNode) choice)));
    }

    private static Interference message(Consumer<ObjectNode> change) {
        return choice(choice -> change.accept((ObjectNode) choice.path("message")));
    }

    private static Interference function(Consumer<ObjectNode> change) {
        return message(message ->
                message.path("tool_calls").forEach(call -> change.accept((ObjectNode) call.path("function"))));
    }

    private static Interference usage(Consumer<ObjectNode> change) {
        return whole(all -> change.accept((ObjectNode) all.path("usage")));
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

    private static void only(ObjectNode all, int number) {
        while (all.path("choices").size() > number) {
            all.withArray("/choices").remove(number);
        }
    }

    private static Consumer<ObjectNode> again() {
        AtomicReference<String> first = new AtomicReference<>();
        return message -> {
            first.compareAndSet(null, message.path("content").asText(""));
            message.put("content", first.get());
        };
    }
}

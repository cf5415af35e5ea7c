package dev.fabrickit.conformance.gallery;

import static dev.fabrickit.conformance.gallery.Tampering.add;
import static dev.fabrickit.conformance.gallery.Tampering.answers;
import static dev.fabrickit.conformance.gallery.Tampering.choice;
import static dev.fabrickit.conformance.gallery.Tampering.message;
import static dev.fabrickit.conformance.gallery.Tampering.whole;
import static dev.fabrickit.conformance.gallery.WrongServer.breaking;
import static dev.fabrickit.conformance.gallery.WrongServer.that;

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

/** Servers whose whole answers are wrong. */
final class WrongChats {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private WrongChats() {}

    static List<WrongServer> all() {
        return Stream.of(rules(), forms(), choices(), usages())
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
                                "P5.3")
                        .spoiling(),
                that("whole answers without an id", whole(all -> all.remove("id")), "P5.2"),
                that("one id for all whole answers", whole(all -> all.put("id", "chatcmpl-1")), "P5.31"),
                that(
                        "whole answers with a time in milliseconds",
                        whole(all -> all.put("created", 1_795_000_000_000L)),
                        "P5.30"),
                that("whole answers of the wrong model", whole(all -> all.put("model", "gpt-4")), "P5.46"),
                that("whole answers as a stream", type(MediaType.TEXT_EVENT_STREAM), "P5.3")
                        .spoiling(),
                that("whole answers declared as text", type(MediaType.TEXT_PLAIN), "P5.2")
                        .spoiling(),
                that(
                                "whole answers come with 201",
                                answers((request, answer) ->
                                        answer.status().getCode() == 200 ? answer.status(HttpStatus.CREATED) : answer),
                                "P5.2")
                        .spoiling(),
                that(
                                "refusals come with 200",
                                answers((request, answer) -> answer.status(HttpStatus.OK)),
                                "P5.5",
                                "P5.45")
                        .spoiling(),
                that(
                                "refusals of a chat come with 500",
                                answers((request, answer) -> answer.status().getCode() == 400
                                        ? answer.status(HttpStatus.INTERNAL_SERVER_ERROR)
                                        : answer),
                                "P5.5",
                                "P5.45")
                        .spoiling(),
                that(
                                "refusals of a chat as events",
                                answers((request, answer) -> answer.status().getCode() == 400
                                        ? answer.contentType(MediaType.TEXT_EVENT_STREAM)
                                        : answer),
                                "P5.2")
                        .spoiling());
    }

    private static List<WrongServer> choices() {
        return List.of(
                that("whole answers without choices", whole(all -> all.putArray("choices")), "P5.2", "P5.3")
                        .spoiling(),
                that("choices without a message", choice(choice -> choice.remove("message")), "P5.2", "P5.3")
                        .spoiling(),
                that("messages of the user", message(message -> message.put("role", "user")), "P5.3")
                        .spoiling(),
                that("messages without a role", message(message -> message.remove("role")), "P5.2", "P5.3")
                        .spoiling(),
                that("messages of null", message(message -> message.putNull("content")), "P5.3")
                        .spoiling(),
                that("messages of nothing", message(message -> message.put("content", "")), "P5.3")
                        .spoiling(),
                that("whole answers end for null", choice(choice -> choice.putNull("finish_reason")), "P5.2", "P5.44")
                        .spoiling(),
                that(
                                "whole answers end for an unknown reason",
                                choice(choice -> choice.put("finish_reason", "done")),
                                "P5.44")
                        .spoiling(),
                that(
                                "whole answers that are cut say stop",
                                choice(choice -> choice.put("finish_reason", "stop")),
                                "P5.6")
                        .spoiling(),
                that(
                                "whole answers that are not cut say length",
                                choice(choice -> choice.put("finish_reason", "length")),
                                "P5.32")
                        .spoiling(),
                that("choices of whole answers from 1", choice(choice -> add(choice, "index", 1)), "P5.43")
                        .spoiling(),
                that("choices of whole answers all number 0", choice(choice -> choice.put("index", 0)), "P5.43")
                        .spoiling(),
                that("one choice whatever is wanted", whole(all -> only(all, 1)), "P5.7")
                        .spoiling(),
                that(
                                "the same whole answer whatever is asked",
                                message(message -> message.put("content", "la la")),
                                "P5.33")
                        .spoiling(),
                that("the first answer again and again", message(again()), "P5.33")
                        .spoiling(),
                that(
                                "whole answers by chance",
                                message(message -> message.put("content", "la " + COUNT.incrementAndGet())),
                                "ST.12")
                        .spoiling());
    }

    private static List<WrongServer> usages() {
        return List.of(
                that("whole answers without a usage", whole(all -> all.remove("usage")), "P5.36")
                        .spoiling(),
                that(
                                "a usage of whole answers that does not sum up",
                                usage(usage -> add(usage, "total_tokens", 1)),
                                "P5.13")
                        .spoiling(),
                that(
                                "a usage of whole answers of nothing",
                                usage(usage -> usage.put("prompt_tokens", 0)
                                        .put("completion_tokens", 0)
                                        .put("total_tokens", 0)),
                                "P5.13")
                        .spoiling(),
                that(
                                "a usage of whole answers that is always the same",
                                usage(usage -> usage.put("prompt_tokens", 9)
                                        .put("completion_tokens", 3)
                                        .put("total_tokens", 12)),
                                "P5.35",
                                "P5.37")
                        .spoiling());
    }

    private static Interference type(String type) {
        return answers((request, answer) -> answer.status().getCode() == 200
                        && answer.getContentType()
                                .filter(MediaType.APPLICATION_JSON_TYPE::equals)
                                .isPresent()
                ? answer.contentType(type)
                : answer);
    }

    private static Interference usage(Consumer<ObjectNode> change) {
        return whole(all -> change.accept((ObjectNode) all.path("usage")));
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

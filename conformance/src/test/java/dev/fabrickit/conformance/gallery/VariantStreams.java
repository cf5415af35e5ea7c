package dev.fabrickit.conformance.gallery;

import static dev.fabrickit.conformance.gallery.CorrectVariant.framed;
import static dev.fabrickit.conformance.gallery.CorrectVariant.that;
import static dev.fabrickit.conformance.gallery.Rewriting.chunks;
import static dev.fabrickit.conformance.gallery.Rewriting.heads;
import static dev.fabrickit.conformance.gallery.Rewriting.streams;
import static dev.fabrickit.conformance.gallery.Rewriting.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import reactor.core.publisher.Flux;

/** Servers whose streams say the same in other events. */
final class VariantStreams {
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private VariantStreams() {}

    static List<CorrectVariant> all() {
        return List.of(
                framed("chunks of one byte, header names in lower case", Framing.ONE_BYTE_CHUNKS),
                framed("answers that end with their connection", Framing.UNTIL_THE_END),
                that("events end with CRLF", text(event -> event.replace("\n", "\r\n"))),
                that("events end with CR", text(event -> event.replace("\n", "\r"))),
                that("comments between events", text(event -> ": alive\n\n:\n" + event))
                        .inFull(),
                that("a byte order mark", streams(events -> events.startWith(BOM))),
                that("other fields", text(event -> "event: message\nid: 7\nretry: 10\nx: y\n" + event)),
                that("no blank behind the colon", text(event -> event.replaceFirst("^data: ", "data:"))),
                that("data in several lines", text(VariantStreams::spread)),
                that("several events in one piece", streams(VariantStreams::inPairs))
                        .inFull(),
                that("no mark of the end", streams(events -> events.filter(event -> !isEnd(event)))),
                that("a stream's type with a charset", heads((request, answer) -> {
                    if (answer.getContentType()
                            .filter(type -> type.getName().contains("event"))
                            .isPresent()) {
                        answer.getHeaders().remove("Content-Type");
                        answer.header("Content-Type", "text/event-stream;charset=UTF-8");
                    }
                })),
                that("the role in every chunk", chunks(chunk -> eachDelta(chunk, "assistant"))),
                that("a usage of null in every chunk", chunks(chunk -> chunk.putNull("usage"))),
                that("the usage in the last chunk", chunks(VariantStreams::withUsage)),
                that("an end with an empty text", chunks(VariantStreams::withEmptyText)),
                that("nothing where null could stand", chunks(VariantStreams::withoutNulls)),
                that("several words in each chunk", streams(VariantStreams::joined)),
                that("the end together with the last text", streams(VariantStreams::endWithText)),
                that("all at once", streams(events -> events.collectList().flatMapIterable(all -> all)))
                        .set("fabrickit.delay.token", "0ms"));
    }

    private static boolean isEnd(byte[] event) {
        return new String(event, StandardCharsets.UTF_8).startsWith("data: [DONE]");
    }

    /** At the places where JSON may have white space. */
    private static String spread(String event) {
        return event.replace(",\"choices\"", ",\ndata: \"choices\"").replace(",\"model\"", "\ndata:,\ndata:\"model\"");
    }

    private static Flux<byte[]> inPairs(Flux<byte[]> events) {
        return events.buffer(2)
                .map(pair -> pair.stream()
                        .map(event -> new String(event, StandardCharsets.UTF_8))
                        .reduce("", String::concat)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static void eachDelta(ObjectNode chunk, String role) {
        chunk.path("choices").forEach(choice -> ((ObjectNode) choice.path("delta")).put("role", role));
    }

    private static void withUsage(ObjectNode chunk) {
        if (chunk.at("/choices/0/finish_reason").isTextual()) {
            chunk.putObject("usage")
                    .put("prompt_tokens", 2)
                    .put("completion_tokens", 3)
                    .put("total_tokens", 5);
        }
    }

    private static void withEmptyText(ObjectNode chunk) {
        chunk.path("choices").forEach(choice -> {
            if (choice.path("finish_reason").isTextual()) {
                ((ObjectNode) choice.path("delta")).put("content", "");
            }
        });
    }

    private static void withoutNulls(ObjectNode chunk) {
        chunk.remove(List.of("usage", "system_fingerprint"));
        chunk.path("choices").forEach(choice -> {
            ((ObjectNode) choice).remove("logprobs");
            if (choice.path("finish_reason").isNull()) {
                ((ObjectNode) choice).remove("finish_reason");
            }
        });
    }

    /** Joins the texts of up to three chunks that follow each other. */
    private static Flux<byte[]> joined(Flux<byte[]> events) {
        return events.buffer(3).concatMapIterable(VariantStreams::join);
    }

    private static List<byte[]> join(List<byte[]> events) {
        List<JsonNode> chunks = events.stream().map(VariantStreams::chunk).toList();
        boolean plain = chunks.stream()
                .allMatch(chunk -> chunk.at("/choices/0/index").asInt(-1) == 0
                        && chunk.at("/choices/0/delta/content").isTextual()
                        && !chunk.at("/choices/0/delta").has("role")
                        && !chunk.at("/choices/0/finish_reason").isTextual());
        if (!plain) {
            return events;
        }
        StringBuilder text = new StringBuilder();
        chunks.forEach(chunk -> text.append(chunk.at("/choices/0/delta/content").textValue()));
        ((ObjectNode) chunks.get(0).at("/choices/0/delta")).put("content", text.toString());
        return List.of(event(chunks.get(0)));
    }

    /** Each event waits for the next, in case that is the end of its choice. */
    private static Flux<byte[]> endWithText(Flux<byte[]> events) {
        return Flux.defer(() -> {
            Deque<byte[]> held = new ArrayDeque<>();
            return events.concatMapIterable(event -> {
                        List<byte[]> ready = held.stream().toList();
                        held.clear();
                        boolean end = !ready.isEmpty() && isEndOf(chunk(ready.get(0)), chunk(event));
                        held.add(end ? ended(chunk(ready.get(0)), chunk(event)) : event);
                        return end ? List.of() : ready;
                    })
                    .concatWith(Flux.defer(() -> Flux.fromIterable(held)));
        });
    }

    private static boolean isEndOf(JsonNode text, JsonNode end) {
        return text.at("/choices/0/delta/content").isTextual()
                && text.at("/choices/0/index").equals(end.at("/choices/0/index"))
                && end.at("/choices/0/finish_reason").isTextual();
    }

    private static byte[] ended(JsonNode text, JsonNode end) {
        ((ObjectNode) text.at("/choices/0")).set("finish_reason", end.at("/choices/0/finish_reason"));
        return event(text);
    }

    private static JsonNode chunk(byte[] event) {
        return Rewriting.parse(new String(event, StandardCharsets.UTF_8).replaceFirst("^data: ", ""));
    }

    private static byte[] event(JsonNode chunk) {
        return ("data: " + chunk + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}

package dev.fabrickit.conformance.gallery;

import static dev.fabrickit.conformance.gallery.Tampering.add;
import static dev.fabrickit.conformance.gallery.Tampering.bytes;
import static dev.fabrickit.conformance.gallery.Tampering.calls;
import static dev.fabrickit.conformance.gallery.Tampering.chunk;
import static dev.fabrickit.conformance.gallery.Tampering.chunks;
import static dev.fabrickit.conformance.gallery.Tampering.chunksFrom;
import static dev.fabrickit.conformance.gallery.Tampering.deltas;
import static dev.fabrickit.conformance.gallery.Tampering.event;
import static dev.fabrickit.conformance.gallery.Tampering.events;
import static dev.fabrickit.conformance.gallery.Tampering.pieces;
import static dev.fabrickit.conformance.gallery.Tampering.text;
import static dev.fabrickit.conformance.gallery.Tampering.texts;
import static dev.fabrickit.conformance.gallery.Tampering.words;
import static dev.fabrickit.conformance.gallery.WrongServer.that;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.server.seam.Interference;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;

/** Servers whose chunks are wrong, each by itself or beside the others. */
final class WrongChunks {
    private static final String REASON = "finish_reason";
    private static final String CONTENT = "content";
    private static final String A_REASON = "\"finish_reason\":\"(stop|length|tool_calls)\"";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private WrongChunks() {}

    static List<WrongServer> all() {
        Stream<WrongServer> spoiling =
                Stream.of(sayings(), tools(), usages()).flatMap(List::stream).map(WrongServer::spoiling);
        return Stream.concat(Stream.of(heads(), choices(), reasons()).flatMap(List::stream), spoiling)
                .toList();
    }

    private static List<WrongServer> heads() {
        return List.of(
                that("chunks call themselves whole", chunks(chunk -> chunk.put("object", "chat.completion")), "P5.2"),
                that("chunks without an id", chunks(chunk -> chunk.remove("id")), "P5.2"),
                that("chunks with an empty id", chunks(chunk -> chunk.put("id", "")), "P5.2"),
                that("another id from the fifth chunk on", chunksFrom(4, chunk -> chunk.put("id", "other")), "ST.1"),
                that("one id for all streams", chunks(chunk -> chunk.put("id", "chatcmpl-1")), "P5.31"),
                that("another time from the fifth chunk on", chunksFrom(4, chunk -> add(chunk, "created", 1)), "ST.1"),
                that("the time in milliseconds", chunks(chunk -> chunk.put("created", 1_795_000_000_000L)), "P5.30"),
                that("the time in minutes", chunks(chunk -> chunk.put("created", 29_900_000)), "P5.30"),
                that("the time is always 0", chunks(chunk -> chunk.put("created", 0)), "P5.30"),
                that("the time as a text", chunks(chunk -> chunk.put("created", "now")), "P5.2"),
                that("another model from the fifth chunk on", chunksFrom(4, chunk -> chunk.put("model", "x")), "ST.1"),
                that("the wrong model", chunks(chunk -> chunk.put("model", "gpt-4")), "P5.46"),
                that("chunks without choices", chunksFrom(2, chunk -> chunk.remove("choices")), "P5.2")
                        .spoiling(),
                that("an empty chunk on the way", twice(2, chunk -> chunk.putArray("choices")), "ST.42"));
    }

    private static List<WrongServer> choices() {
        return List.of(
                that("no role", deltas(delta -> delta.remove("role")), "ST.2"),
                that("the role of the user", texts(event -> event.replace("assistant", "user")), "ST.2", "ST.34"),
                that("the role in every piece", deltas(delta -> delta.put("role", "assistant")), "ST.33"),
                that(
                                "another role later",
                                twice(3, chunk -> delta(chunk).removeAll().put("role", "user")),
                                "ST.34")
                        .alsoFailing("ST.33"),
                that("pieces without an index", pieces(piece -> piece.remove("index")), "P5.2")
                        .spoiling(),
                that("choices from 1", pieces(piece -> add(piece, "index", 1)), "ST.3"),
                that("all choices are number 0", pieces(piece -> piece.put("index", 0)), "ST.4")
                        .spoiling(),
                that("one choice only", texts(event -> event.contains("[{\"index\":1") ? "" : event), "ST.4")
                        .spoiling(),
                that("choices change places on the way", chunksFrom(8, WrongChunks::swap), "ST.46")
                        .spoiling(),
                that("pieces without a delta", pieces(piece -> piece.remove("delta")), "P5.2")
                        .spoiling());
    }

    private static List<WrongServer> reasons() {
        return List.of(
                that("no reason to end", pieces(piece -> piece.putNull(REASON)), "ST.5")
                        .spoiling(),
                that("an unknown reason to end", reason("finished"), "ST.5").spoiling(),
                that("a reason in each piece", pieces(piece -> piece.put(REASON, "stop")), "ST.5", "ST.6")
                        .spoiling(),
                that("the reason comes twice", atTheEnd(last -> List.of(last, last)), "ST.5")
                        .spoiling(),
                that(
                                "text after the reason",
                                atTheEnd(last -> List.of(
                                        last,
                                        last.replaceAll(A_REASON, "\"finish_reason\":null")
                                                .replaceAll(
                                                        "\"delta\":\\{[^}]*}",
                                                        "\"delta\":{\"content\":\" and more\"}"))),
                                "ST.6")
                        .spoiling(),
                that("a cut answer says stop", reason("stop"), "P5.6").spoiling(),
                that("an answer that is not cut says length", reason("length"), "P5.32")
                        .spoiling());
    }

    private static List<WrongServer> sayings() {
        return List.of(
                that("a piece is lost", texts((at, event) -> at == 3 ? List.of() : List.of(event)), "ST.35"),
                that("a piece comes twice", twice(3, chunk -> {}), "ST.35"),
                that("all pieces come twice", words(word -> word + word), "ST.35"),
                that("two pieces change places", events(WrongChunks::exchanged), "ST.35"),
                that("pieces lose their blanks", words(String::strip), "ST.35"),
                that("pieces are in capitals", words(word -> word.toUpperCase(Locale.ROOT)), "ST.35"),
                that("line ends are escaped twice", words(word -> word.replace("\n", "\\n")), "ST.35"),
                that("pieces add up", events(WrongChunks::addedUp), "ST.44"),
                that("no text at all", deltas(delta -> delta.remove(CONTENT)), "ST.10"),
                that("the text as null", deltas(delta -> delta.putNull(CONTENT)), "ST.10"),
                that("the text as a number", deltas(delta -> delta.put(CONTENT, 1)), "P5.2"),
                that("the whole text in one piece", events(WrongChunks::inOnePiece), "ST.10"),
                that(
                        "each letter by itself",
                        events(events -> events.concatMapIterable(WrongChunks::letters)),
                        "ST.45"),
                that("the same text whatever is asked", words(word -> "la"), "P5.33"),
                that("text by chance", words(word -> word + COUNT.incrementAndGet()), "ST.12"));
    }

    private static List<WrongServer> tools() {
        return List.of(
                that("calls without an index", calls(call -> call.remove("index")), "P5.2"),
                that("calls of an unknown tool", texts(event -> event.replace("get_weather", "get_news")), "P5.10"),
                that(
                        "calls with arguments that are no JSON",
                        texts(event -> event.contains("tool_calls") ? event.replace("{\\\"", "{") : event),
                        "P5.39"),
                that(
                        "calls with the wrong arguments",
                        texts(event -> event.contains("tool_calls") ? event.replace("city", "town") : event),
                        "P5.39"),
                that("calls end as texts do", texts(event -> event.replace(":\"tool_calls\"", ":\"stop\"")), "P5.10"),
                that("calls are left out", deltas(delta -> delta.remove("tool_calls")), "P5.10"));
    }

    private static List<WrongServer> usages() {
        return List.of(
                that("no usage", texts(event -> event.contains("prompt_tokens") ? "" : event), "ST.11"),
                that("the usage in every chunk", chunks(chunk -> chunk.set("usage", usage(1, 1, 2))), "ST.11", "ST.36"),
                that("the usage is wanted or not", events(WrongChunks::withUsage), "ST.36"),
                that("a usage that does not sum up", Tampering.usages(usage -> add(usage, "total_tokens", 1)), "P5.13"),
                that("a usage of nothing", Tampering.usages(usage -> usage.setAll(usage(0, 0, 0))), "P5.13"),
                that("a usage of something else", Tampering.usages(usage -> usage.setAll(usage(90, 10, 100))), "ST.37"),
                that(
                        "the usage in a chunk with choices",
                        texts(event -> event.contains("prompt_tokens")
                                ? event.replace("\"choices\":[]", "\"choices\":[{\"index\":0,\"delta\":{}}]")
                                : event),
                        "ST.11"));
    }

    private static Interference reason(String reason) {
        return texts(event -> event.replaceAll(A_REASON, "\"finish_reason\":\"" + reason + "\""));
    }

    private static Interference atTheEnd(Function<String, List<String>> change) {
        return texts((at, event) -> event.matches("(?s).*" + A_REASON + ".*") ? change.apply(event) : List.of(event));
    }

    /** One chunk, and then again but for a change. */
    private static Interference twice(int place, Consumer<ObjectNode> change) {
        return texts((at, event) -> {
            if (at != place || !event.startsWith("data: {")) {
                return List.of(event);
            }
            ObjectNode second = chunk(event);
            change.accept(second);
            return List.of(event, event(second));
        });
    }

    private static ObjectNode delta(ObjectNode chunk) {
        return (ObjectNode) chunk.at("/choices/0/delta");
    }

    private static void swap(ObjectNode chunk) {
        chunk.path("choices")
                .forEach(choice -> ((ObjectNode) choice)
                        .put("index", Math.max(0, 1 - choice.path("index").asInt())));
    }

    private static Flux<byte[]> exchanged(Flux<byte[]> events) {
        return events.buffer(3)
                .flatMapIterable(three -> three.size() < 3 ? three : List.of(three.get(0), three.get(2), three.get(1)));
    }

    private static Flux<byte[]> addedUp(Flux<byte[]> events) {
        StringBuilder all = new StringBuilder();
        return events.map(event -> saying(event).isEmpty()
                ? event
                : said(event, all.append(saying(event)).toString()));
    }

    private static Flux<byte[]> inOnePiece(Flux<byte[]> events) {
        StringBuilder all = new StringBuilder();
        return events.concatMapIterable(event -> {
            all.append(saying(event));
            if (text(event).matches("(?s).*" + A_REASON + ".*")) {
                return List.of(said(event, all.toString()));
            }
            return saying(event).isEmpty() ? List.of(event) : List.of();
        });
    }

    private static List<byte[]> letters(byte[] event) {
        String said = saying(event);
        return said.isEmpty()
                ? List.of(event)
                : said.codePoints()
                        .mapToObj(letter -> said(event, Character.toString(letter)))
                        .toList();
    }

    private static String saying(byte[] event) {
        return text(event).startsWith("data: {")
                ? chunk(text(event)).at("/choices/0/delta/content").asText("")
                : "";
    }

    private static byte[] said(byte[] event, String content) {
        ObjectNode chunk = chunk(text(event));
        delta(chunk).put(CONTENT, content);
        return bytes(event(chunk));
    }

    private static ObjectNode usage(int read, int taken, int all) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("prompt_tokens", read)
                .put("completion_tokens", taken)
                .put("total_tokens", all);
    }

    private static Flux<byte[]> withUsage(Flux<byte[]> events) {
        return events.index()
                .map(event -> event.getT1() == 1
                        ? bytes(text(event.getT2()).replace("\"usage\":null", "\"usage\":" + usage(1, 1, 2)))
                        : event.getT2());
    }
}

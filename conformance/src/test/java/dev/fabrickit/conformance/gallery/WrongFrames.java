package dev.fabrickit.conformance.gallery;

import static dev.fabrickit.conformance.gallery.Tampering.answers;
import static dev.fabrickit.conformance.gallery.Tampering.bytes;
import static dev.fabrickit.conformance.gallery.Tampering.events;
import static dev.fabrickit.conformance.gallery.Tampering.text;
import static dev.fabrickit.conformance.gallery.Tampering.texts;
import static dev.fabrickit.conformance.gallery.WrongServer.that;

import dev.fabrickit.server.seam.ConnectionCut;
import dev.fabrickit.server.seam.Interference;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;

/** Servers whose streams are wrong on the wire: their head, their framing, their pace and their end. */
final class WrongFrames {
    private static final String ERROR =
            "data: {\"error_code\":\"common.00000500\",\"error_msg\":\"out of memory\"}\n\n";
    private static final String DONE = "data: [DONE]\n\n";

    private WrongFrames() {}

    static List<WrongServer> all() {
        return List.of(
                that("streams come with 201", status(HttpStatus.CREATED), "P5.2"),
                that("streams are refused", status(HttpStatus.INTERNAL_SERVER_ERROR), "P5.1")
                        .spoiling(),
                that("streams have no request id", without("X-request-id"), "P5.2"),
                that("a stream without events", events(events -> events.take(0)), "P5.1", "ST.7")
                        .spoiling(),
                that("only the mark of the end", events(events -> events.takeLast(1)), "P5.1", "ST.7")
                        .spoiling(),
                that(
                                "all events at the end",
                                events(events -> events.collectList().flatMapIterable(all -> all)),
                                "ST.10")
                        .spoiling(),
                that("all but the first event at the end", events(WrongFrames::heldBackAfterTheFirst), "ST.10")
                        .spoiling(),
                that(
                                "events in heaps of eight",
                                events(events -> events.buffer(8).flatMapIterable(heap -> heap)),
                                "ST.43")
                        .spoiling(),
                that("two chunks in one event", joined("\n"), "P5.2").spoiling(),
                that("two chunks in one line", joined(""), "P5.2").spoiling(),
                that("chunks split into two events", split("\n\ndata: "), "P5.2")
                        .spoiling(),
                that("chunks in two lines of data", split("\ndata: "), "ST.30"),
                that("no blank after the colon", texts(event -> event.replace("data: ", "data:")), "ST.30"),
                that("lines end with CR and LF", texts(event -> event.replace("\n", "\r\n")), "ST.30"),
                that("lines end with CR", texts(event -> event.replace("\n", "\r")), "ST.30"),
                that("one line ends with CR", at(4, event -> event.replaceFirst("\n", "\r")), "ST.30"),
                that("events have a type", texts(event -> "event: message\n" + event), "ST.30"),
                that("events have an id", texts(event -> "id: 1\n" + event), "ST.30"),
                that("events say when to try again", at(0, event -> "retry: 10\n" + event), "ST.30"),
                that("data is misspelt", texts(event -> event.replace("data:", "dat:")), "ST.7", "ST.30")
                        .spoiling(),
                that("data is misspelt once", at(4, event -> event.replace("data:", "Data:")), "ST.30")
                        .spoiling(),
                that("a byte order mark at the start", at(0, event -> "\uFEFF" + event), "ST.30"),
                that("a byte order mark on the way", at(4, event -> "\uFEFF" + event), "ST.30")
                        .spoiling(),
                that("no blank line at the end", texts(event -> event.equals(DONE) ? event.strip() : event), "ST.7")
                        .spoiling(),
                that("no blank lines", texts(event -> event.replace("\n\n", "\n")), "ST.7")
                        .spoiling(),
                that("one blank line is missing", at(4, event -> event.replace("\n\n", "\n")), "ST.30")
                        .spoiling(),
                that("JSON is cut short once", at(4, event -> event.replace("}\n", "\n")), "P5.2")
                        .spoiling(),
                that("an event that is no JSON", at(4, event -> "data: ping\n\n" + event), "P5.2")
                        .spoiling(),
                that("an event without data", at(4, event -> "data\n\n" + event), "P5.2")
                        .spoiling(),
                that("Latin-1 and not UTF-8", events(events -> events.map(WrongFrames::latin)), "ST.31")
                        .spoiling(),
                that(
                                "question marks for all that is not ASCII",
                                texts(event -> event.replaceAll("[^\\x00-\\x7F]", "?")),
                                "ST.35")
                        .spoiling(),
                that("the mark of the end is missing", events(events -> events.skipLast(1)), "ST.8")
                        .spoiling(),
                that("the mark comes twice", events(events -> events.concatWithValues(bytes(DONE))), "ST.8")
                        .spoiling(),
                that("the mark comes first", events(events -> events.startWith(bytes(DONE))), "ST.8", "ST.9")
                        .spoiling(),
                that(
                                "the mark comes first and not last",
                                events(events -> events.skipLast(1).startWith(bytes(DONE))),
                                "ST.8",
                                "ST.9")
                        .spoiling(),
                that("the mark in lower case", texts(event -> event.replace("DONE", "done")), "ST.8")
                        .spoiling(),
                that("the mark in quotes", texts(event -> event.replace("[DONE]", "\"[DONE]\"")), "ST.8")
                        .spoiling(),
                that("a chunk after the mark", events(WrongFrames::firstAgain), "ST.9")
                        .spoiling(),
                that("the connection is cut", events(events -> cut(events.take(6))), "ST.7")
                        .spoiling(),
                that("the connection is cut at the end", events(WrongFrames::cut), "ST.7")
                        .spoiling(),
                that("the stream ends on its way", events(events -> events.take(6)), "ST.5")
                        .spoiling(),
                that("the stream ends within an event", events(WrongFrames::endedWithinAnEvent), "ST.7")
                        .spoiling(),
                that("an error on the way", events(events -> events.take(6).concatWithValues(bytes(ERROR))), "ST.7")
                        .spoiling(),
                that("an error on the way, and then more", at(6, event -> ERROR + event), "ST.7")
                        .spoiling(),
                that(
                                "silence after five events",
                                events(events -> events.take(5).concatWith(Flux.never())),
                                "ST.7")
                        .spoiling(),
                that("silence at the end", events(events -> events.concatWith(Flux.never())), "ST.7")
                        .spoiling(),
                that("nothing but silence", events(events -> Flux.never()), "ST.7")
                        .spoiling(),
                that("no end", events(WrongFrames::endless), "ST.7").spoiling());
    }

    private static Interference status(HttpStatus status) {
        return answers((request, answer) -> answer.getContentType()
                        .filter(MediaType.TEXT_EVENT_STREAM_TYPE::equals)
                        .isPresent()
                ? answer.status(status)
                : answer);
    }

    private static Interference without(String header) {
        return answers((request, answer) -> {
            if (answer.getContentType()
                    .filter(MediaType.TEXT_EVENT_STREAM_TYPE::equals)
                    .isPresent()) {
                answer.getHeaders().remove(header);
            }
            return answer;
        });
    }

    private static Interference at(int place, UnaryOperator<String> change) {
        return texts((at, event) -> List.of(at == place ? change.apply(event) : event));
    }

    private static Interference joined(String between) {
        return events(events -> events.buffer(2)
                .map(pair -> pair.size() == 1
                        ? pair.get(0)
                        : bytes(text(pair.get(0)).strip()
                                + between.replace("\n", "\ndata: ")
                                + text(pair.get(1)).replace("data: ", ""))));
    }

    private static Interference split(String between) {
        return texts(event -> event.replaceFirst(",\"object\"", "," + between + "\"object\""));
    }

    private static byte[] latin(byte[] event) {
        return text(event).replaceAll("[^\\x00-\\xFF]", "é").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Flux<byte[]> heldBackAfterTheFirst(Flux<byte[]> events) {
        Flux<byte[]> shared = events.cache();
        return shared.take(2).concatWith(shared.skip(2).collectList().flatMapIterable(all -> all));
    }

    private static Flux<byte[]> firstAgain(Flux<byte[]> events) {
        Flux<byte[]> shared = events.cache();
        return shared.concatWith(shared.take(1));
    }

    private static Flux<byte[]> cut(Flux<byte[]> events) {
        return events.concatWith(Flux.error(new ConnectionCut()));
    }

    private static Flux<byte[]> endedWithinAnEvent(Flux<byte[]> events) {
        return events.take(7)
                .index()
                .map(event -> event.getT1() == 6
                        ? text(event.getT2()).substring(0, 40).getBytes(StandardCharsets.UTF_8)
                        : event.getT2());
    }

    private static Flux<byte[]> endless(Flux<byte[]> events) {
        Flux<byte[]> shared = events.cache(5);
        return shared.take(4).concatWith(shared.skip(3).take(1).repeat().delayElements(Duration.ofMillis(1)));
    }
}

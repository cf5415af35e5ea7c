package dev.fabrickit.conformance.gallery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.server.seam.Interference;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;

/** Ways to spoil inference requests and what is answered to them. Streams keep their pace unless that is what is spoilt. */
final class Tampering {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIX = "data: ";

    private Tampering() {}

    /** Spoils the events of a stream, as bytes. */
    static Interference events(UnaryOperator<Flux<byte[]>> change) {
        return eventsOf((chat, events) -> change.apply(events));
    }

    /** Spoils the events of a stream by what was asked. */
    static Interference eventsOf(BiFunction<JsonNode, Flux<byte[]>, Flux<byte[]>> change) {
        return new Interference() {
            @Override
            public Flux<byte[]> events(HttpRequest<?> request, Flux<byte[]> events) {
                return change.apply(chatOf(request), events);
            }
        };
    }

    /** Spoils the text of each event, the mark of the end too. */
    static Interference texts(UnaryOperator<String> change) {
        return events(events -> events.map(event -> bytes(change.apply(text(event)))));
    }

    /** Spoils some events of a stream, by their place in it and their text. */
    static Interference texts(BiFunction<Integer, String, List<String>> change) {
        return events(events -> events.index()
                .concatMapIterable(event -> change.apply(event.getT1().intValue(), text(event.getT2())).stream()
                        .map(Tampering::bytes)
                        .toList()));
    }

    /** Spoils each chunk of a stream. */
    static Interference chunks(Consumer<ObjectNode> change) {
        return chunksFrom(0, change);
    }

    /** Spoils the chunks of a stream from a place on. */
    static Interference chunksFrom(int first, Consumer<ObjectNode> change) {
        return texts((at, event) -> {
            if (at < first || !event.startsWith("data: {")) {
                return List.of(event);
            }
            ObjectNode chunk = chunk(event);
            change.accept(chunk);
            return List.of(event(chunk));
        });
    }

    /** Spoils each piece of a choice in a stream. */
    static Interference pieces(Consumer<ObjectNode> change) {
        return chunks(chunk -> chunk.path("choices").forEach(choice -> change.accept((ObjectNode) choice)));
    }

    /** Spoils what each piece of a choice adds. */
    static Interference deltas(Consumer<ObjectNode> change) {
        return pieces(piece -> change.accept((ObjectNode) piece.path("delta")));
    }

    /** Spoils each piece of text of a stream. */
    static Interference words(UnaryOperator<String> change) {
        return deltas(delta -> {
            if (!delta.path("content").asText("").isEmpty()) {
                delta.put("content", change.apply(delta.path("content").textValue()));
            }
        });
    }

    /** Spoils the pieces of calls in a stream. */
    static Interference calls(Consumer<ObjectNode> change) {
        return deltas(delta -> delta.path("tool_calls").forEach(call -> change.accept((ObjectNode) call)));
    }

    /** Spoils the usage wherever it is told. */
    static Interference usages(Consumer<ObjectNode> change) {
        return chunks(chunk -> {
            if (chunk.path("usage").isObject()) {
                change.accept((ObjectNode) chunk.path("usage"));
            }
        });
    }

    /** Adds to a number. */
    static void add(ObjectNode object, String field, long number) {
        object.put(field, object.path(field).asLong() + number);
    }

    /** Spoils whole answers. */
    static Interference whole(Consumer<ObjectNode> change) {
        return wholeOf((chat, answer) -> change.accept(answer));
    }

    /** Spoils whole answers by what was asked. */
    static Interference wholeOf(BiConsumer<JsonNode, ObjectNode> change) {
        return answers((request, answer) -> {
            if (answer.status().getCode() == 200 && isJson(answer)) {
                ObjectNode body = JSON.valueToTree(answer.body());
                change.accept(chatOf(request), body);
                answer.body(body);
            }
            return answer;
        });
    }

    /** Spoils each choice of whole answers. */
    static Interference choice(Consumer<ObjectNode> change) {
        return whole(all -> all.path("choices").forEach(choice -> change.accept((ObjectNode) choice)));
    }

    /** Spoils each message of whole answers. */
    static Interference message(Consumer<ObjectNode> change) {
        return choice(choice -> change.accept((ObjectNode) choice.path("message")));
    }

    private static boolean isJson(MutableHttpResponse<?> answer) {
        return answer.getContentType()
                .filter(type -> type.getSubtype().equals("json"))
                .isPresent();
    }

    /** Spoils what is answered to inference requests. */
    static Interference answers(BiFunction<HttpRequest<?>, MutableHttpResponse<?>, MutableHttpResponse<?>> change) {
        return new Interference() {
            @Override
            public MutableHttpResponse<?> answer(HttpRequest<?> request, MutableHttpResponse<?> answer) {
                return isInvocation(request) ? change.apply(request, answer) : answer;
            }
        };
    }

    static boolean isInvocation(HttpRequest<?> request) {
        return request.getPath().endsWith("/invocations");
    }

    /** What was asked. */
    static JsonNode chatOf(HttpRequest<?> request) {
        return request.getBody(JsonNode.class).orElse(MissingNode.getInstance());
    }

    static String text(byte[] event) {
        return new String(event, StandardCharsets.UTF_8);
    }

    static byte[] bytes(String event) {
        return event.getBytes(StandardCharsets.UTF_8);
    }

    static ObjectNode chunk(String event) {
        try {
            return (ObjectNode) JSON.readTree(event.substring(PREFIX.length()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(event, e);
        }
    }

    static String event(JsonNode chunk) {
        return PREFIX + chunk + "\n\n";
    }
}

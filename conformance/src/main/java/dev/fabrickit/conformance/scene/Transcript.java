package dev.fabrickit.conformance.scene;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.fabrickit.conformance.wire.Event;
import dev.fabrickit.conformance.wire.EventStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A stream as it came, be it right or wrong.
 *
 * @param events all its events, in order of arrival
 * @param faults where head and events break the contract
 * @param breakage how it broke off; empty when it ended
 */
public record Transcript(List<Event> events, List<String> faults, Optional<String> breakage) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a stream to its end. */
    static Transcript of(EventStream stream) {
        while (stream.next().isPresent()) {
            // The stream keeps what it reads.
        }
        return new Transcript(stream.events(), stream.faults(), stream.breakage());
    }

    /** Its chunks, without the mark of its end. */
    public List<JsonNode> chunks() {
        return events.stream()
                .filter(event -> !EventStream.isEnd(event))
                .map(event -> parse(event.data()))
                .toList();
    }

    private static JsonNode parse(String data) {
        try {
            return JSON.readTree(data);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** What it says of one of its choices, in order of arrival. */
    public List<JsonNode> choice(int index) {
        return chunks().stream()
                .flatMap(Transcript::choices)
                .filter(choice -> choice.path("index").asInt(-1) == index)
                .toList();
    }

    private static Stream<JsonNode> choices(JsonNode chunk) {
        return StreamSupport.stream(chunk.path("choices").spliterator(), false);
    }

    /** The indices of its choices, from the least. */
    public List<Integer> indices() {
        return chunks().stream()
                .flatMap(Transcript::choices)
                .map(choice -> choice.path("index").asInt(-1))
                .distinct()
                .sorted()
                .toList();
    }

    /** The text of a choice, joined. */
    public String text(int index) {
        return choice(index).stream().map(Transcript::contentOf).collect(Collectors.joining());
    }

    /** What one piece adds to the text. */
    public static String contentOf(JsonNode choice) {
        JsonNode content = choice.at("/delta/content");
        return content.isTextual() ? content.textValue() : "";
    }

    /** Where the marks of its end stand. */
    public List<Integer> ends() {
        return IntStream.range(0, events.size())
                .filter(place -> EventStream.isEnd(events.get(place)))
                .boxed()
                .toList();
    }
}

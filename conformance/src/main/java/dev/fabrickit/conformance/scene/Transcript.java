package dev.fabrickit.conformance.scene;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.fabrickit.conformance.wire.Event;
import dev.fabrickit.conformance.wire.EventStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A stream as it came, be it right or wrong.
 *
 * @param events all its events, in order of arrival
 * @param faults where head and events break the contract
 * @param oddities where it is not spelt in the plainest way
 * @param undecodable where it is no UTF-8
 * @param breakage how it broke off; empty when it ended
 */
public record Transcript(
        List<Event> events,
        List<String> faults,
        List<String> oddities,
        List<String> undecodable,
        Optional<String> breakage) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a stream to its end. */
    static Transcript of(EventStream stream) {
        while (stream.next().isPresent()) {
            // The stream keeps what it reads.
        }
        return new Transcript(
                stream.events(), stream.faults(), stream.oddities(), stream.undecodable(), stream.breakage());
    }

    /** Its chunks, without the mark of its end and what is no chunk. */
    public List<JsonNode> chunks() {
        return events.stream().map(Transcript::parse).filter(JsonNode::isObject).toList();
    }

    private static JsonNode parse(Event event) {
        try {
            return JSON.readTree(event.data());
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

    /** What a choice says in the end. */
    public Saying saying(int index) {
        return Saying.joined(choice(index));
    }

    /** The pieces of text of a choice. */
    public List<String> texts(int index) {
        return choice(index).stream()
                .map(piece -> piece.at("/delta/content").asText(""))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Whether a piece says anything: some text, or more of a call. */
    public static boolean says(JsonNode piece) {
        return !piece.at("/delta/content").asText("").isEmpty()
                || !piece.at("/delta/tool_calls").isEmpty();
    }

    /** The chunks that bear a usage. */
    public List<JsonNode> usages() {
        return chunks().stream().filter(chunk -> chunk.path("usage").isObject()).toList();
    }

    /** When the pieces arrived that say something. */
    public List<Duration> arrivals() {
        return events.stream()
                .filter(event -> choices(parse(event)).anyMatch(Transcript::says))
                .map(Event::arrived)
                .toList();
    }

    /** Where the marks of its end stand. */
    public List<Integer> ends() {
        return IntStream.range(0, events.size())
                .filter(place -> EventStream.isEnd(events.get(place)))
                .boxed()
                .toList();
    }
}

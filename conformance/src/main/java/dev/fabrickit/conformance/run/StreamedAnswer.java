package dev.fabrickit.conformance.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fabrickit.conformance.wire.Event;
import dev.fabrickit.conformance.wire.EventStream;
import dev.fabrickit.conformance.wire.Nonconformance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A streamed answer that was read to its end.
 *
 * @param chunks its chunks, in order of arrival
 * @param first when the first event had arrived, after the request
 * @param last when the last event had arrived, after the request
 */
public record StreamedAnswer(List<JsonNode> chunks, Duration first, Duration last) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> COMMON = List.of("id", "created", "model");

    /**
     * Reads a stream to its end.
     *
     * @param text is handed each piece of text as it arrives
     */
    public static StreamedAnswer read(EventStream stream, Consumer<String> text) {
        List<JsonNode> chunks = new ArrayList<>();
        Duration first = Duration.ZERO;
        Duration last = Duration.ZERO;
        for (Optional<Event> next = stream.next(); next.isPresent(); next = stream.next()) {
            Event event = next.get();
            first = chunks.isEmpty() ? event.arrived() : first;
            last = event.arrived();
            if (!EventStream.isEnd(event)) {
                JsonNode chunk = parse(event.data());
                chunks.add(chunk);
                text.accept(contentOf(chunk));
            }
        }
        return new StreamedAnswer(List.copyOf(chunks), first, last);
    }

    private static JsonNode parse(String data) {
        try {
            return JSON.readTree(data);
        } catch (JsonProcessingException e) {
            throw new Nonconformance("the data of an event is not JSON: " + data);
        }
    }

    private static String contentOf(JsonNode chunk) {
        JsonNode content = chunk.at("/choices/0/delta/content");
        return content.isTextual() ? content.textValue() : "";
    }

    /** Fails unless this is an answer in pieces: begun by the assistant, one answer throughout, finished once. */
    public void mustStream() {
        require(
                chunks.stream().filter(chunk -> !contentOf(chunk).isEmpty()).count()
                        >= (Run.current().contract().isFull() ? 2 : 1),
                "has text in more than one chunk");
        require(
                chunks.get(0).at("/choices/0/delta/role").asText().equals("assistant"),
                "begins with the role assistant");
        COMMON.forEach(field -> require(
                chunks.stream().map(chunk -> chunk.path(field)).distinct().count() == 1,
                "has one " + field + " throughout"));
        require(finishReasons().size() == 1, "bears exactly one finish_reason");
        require(!hasTextAfterTheEnd(), "has no text after its finish_reason");
    }

    private static boolean isFinished(JsonNode chunk) {
        return chunk.at("/choices/0/finish_reason").isTextual();
    }

    private boolean hasTextAfterTheEnd() {
        return chunks.stream()
                .dropWhile(chunk -> !isFinished(chunk))
                .skip(1)
                .anyMatch(chunk -> !contentOf(chunk).isEmpty());
    }

    private List<String> finishReasons() {
        return chunks.stream()
                .filter(StreamedAnswer::isFinished)
                .map(chunk -> chunk.at("/choices/0/finish_reason").textValue())
                .toList();
    }

    private void require(boolean holds, String claim) {
        if (!holds) {
            throw new Nonconformance("not so: the stream " + claim);
        }
    }

    @Override
    public String toString() {
        return chunks.size() + " chunks, finish_reason " + String.join(",", finishReasons()) + ", first after "
                + first.toMillis() + " ms, last after " + last.toMillis() + " ms";
    }
}

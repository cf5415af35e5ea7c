package dev.fabrickit.conformance.judgement;

import static dev.fabrickit.conformance.judgement.Claim.must;
import static dev.fabrickit.conformance.judgement.Claim.noFaults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.conformance.run.Run;
import dev.fabrickit.conformance.scene.Talk;
import dev.fabrickit.conformance.scene.Transcript;
import dev.fabrickit.conformance.wire.Event;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Judges a stream as a whole. */
public final class Streams {
    private static final Set<String> REASONS = Set.of("stop", "length", "tool_calls", "content_filter");

    /** A stream that was held back arrives at one moment: nearly all of its time passes before its first event. */
    private static final int SMALLEST_SHARE = 10;

    /** Of a service that thinks long and speaks fast the share says nothing, but its stream takes this long at least. */
    private static final Duration LONGEST_MOMENT = Duration.ofMillis(150);

    /** Nobody can tell whether what is there so soon was held back. */
    private static final Duration AT_ONCE = Duration.ofMillis(300);

    private final Talk talk;

    public Streams(Talk talk) {
        this.talk = talk;
    }

    /** Head and events must keep to the contract. */
    public void streamMustKeepToTheContract() {
        noFaults(talk.last().faults());
    }

    /** A stream must not break off. */
    public void streamMustEnd() {
        must(talk.last().breakage().isEmpty(), talk.last().breakage().orElse(""));
        must(!talk.last().chunks().isEmpty(), "the stream has no chunks");
    }

    /** All chunks must have these fields in common. */
    public void chunksMustShare(String... fields) {
        noFaults(Stream.of(fields)
                .filter(field -> values(field).size() != 1)
                .map(field -> "the stream has several of " + field + ": " + values(field))
                .toList());
    }

    private List<JsonNode> values(String field) {
        return talk.last().chunks().stream()
                .map(chunk -> chunk.path(field))
                .distinct()
                .toList();
    }

    /** The first piece of each choice must say that the assistant speaks. */
    public void choicesMustBeginWithTheRole() {
        Transcript stream = talk.last();
        noFaults(stream.indices().stream()
                .filter(index ->
                        !stream.choice(index).get(0).at("/delta/role").asText().equals("assistant"))
                .map(index -> "choice " + index + " does not begin with the role assistant")
                .toList());
    }

    /** So many choices must be numbered from 0. */
    public void mustHaveChoices(int number) {
        List<Integer> expected = IntStream.range(0, number).boxed().toList();
        must(
                talk.last().indices().equals(expected),
                "the choices are " + talk.last().indices() + ", and not " + expected);
    }

    /** Each choice must bear one reason to end, a known one. */
    public void choicesMustEndOnce() {
        Transcript stream = talk.last();
        must(!stream.indices().isEmpty(), "the stream has no choices");
        noFaults(stream.indices().stream()
                .filter(index -> reasons(index).size() != 1
                        || !REASONS.contains(reasons(index).get(0)))
                .map(index -> "choice " + index + " ends for " + reasons(index))
                .toList());
    }

    /** The first choice must end for a reason. */
    public void mustEndFor(String reason) {
        must(reasons(0).equals(List.of(reason)), "the answer ends for " + reasons(0) + ", and not for " + reason);
    }

    private List<String> reasons(int index) {
        return talk.last().choice(index).stream()
                .map(piece -> piece.path("finish_reason"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }

    /** No choice may go on after its end. */
    public void nothingMayFollowTheEndOfAChoice() {
        Transcript stream = talk.last();
        noFaults(stream.indices().stream()
                .filter(index -> stream.choice(index).stream()
                        .dropWhile(piece -> !piece.path("finish_reason").isTextual())
                        .skip(1)
                        .anyMatch(piece -> !Transcript.contentOf(piece).isEmpty()))
                .map(index -> "choice " + index + " goes on after its end")
                .toList());
    }

    /** The mark of the end must come once and last. */
    public void mustEndWithItsMark() {
        Transcript stream = talk.last();
        must(
                stream.ends().equals(List.of(stream.events().size() - 1)),
                "of " + stream.events().size() + " events these are [DONE]: " + stream.ends());
    }

    /** After the mark of the end, should there be one, nothing may come. */
    public void nothingMayFollowTheMark() {
        Transcript stream = talk.last();
        must(
                stream.ends().stream()
                        .allMatch(place -> place == stream.events().size() - 1),
                "the stream goes on after [DONE]");
    }

    /** Pieces must arrive while the answer is made. */
    public void mustArrivePieceByPiece() {
        List<Event> events = talk.last().events();
        long pieces = talk.last().choice(0).stream()
                .filter(piece -> !Transcript.contentOf(piece).isEmpty())
                .count();
        Duration last = events.get(events.size() - 1).arrived();
        Duration spread = last.minus(events.get(0).arrived());
        long share = 100 * spread.toNanos() / last.toNanos();
        boolean open = !Run.current().contract().isFull()
                && (last.compareTo(AT_ONCE) < 0 || spread.compareTo(LONGEST_MOMENT) >= 0);
        must(pieces > 1, "the text comes in " + pieces + " pieces");
        must(
                share >= SMALLEST_SHARE || open,
                "only the last " + share + " % of its time passed between first and last event");
    }

    /** Two streams must say the same. */
    public void bothMustSayTheSame() {
        String first = talk.previous().text(0);
        must(
                first.equals(talk.last().text(0)),
                "one answer is \"" + first + "\", the other \"" + talk.last().text(0) + "\"");
    }
}

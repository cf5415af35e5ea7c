package dev.fabrickit.conformance.judgement;

import static dev.fabrickit.conformance.judgement.Claim.must;
import static dev.fabrickit.conformance.judgement.Claim.noFaults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.conformance.scene.Talk;
import dev.fabrickit.conformance.scene.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Judges a stream as a whole. */
public final class Streams {
    static final Set<String> REASONS = Set.of("stop", "length", "tool_calls", "content_filter");
    private static final String ASSISTANT = "assistant";

    /** How much later an answer may begin because of streams that were left, beside a few times what the first one took. */
    private static final Duration DELAY = Duration.ofSeconds(5);

    private final Talk talk;

    public Streams(Talk talk) {
        this.talk = talk;
    }

    /** Head and events must keep to the contract. */
    public void streamMustKeepToTheContract() {
        noFaults(talk.last().faults());
    }

    /** Nothing but comments and events of one line of data, each line ended by LF. */
    public void streamMustBePlain() {
        noFaults(talk.last().oddities());
    }

    /** All of it must be text in UTF-8. */
    public void streamMustBeDecodable() {
        noFaults(talk.last().undecodable());
    }

    /** A stream must not break off. */
    public void streamMustEnd() {
        must(talk.last().breakage().isEmpty(), talk.last().breakage().orElse(""));
        must(!talk.last().chunks().isEmpty(), "the stream has no chunks");
    }

    /** Each answer must begin about as soon as the first one that was left. */
    public void leavingMustCostNothing() {
        streamMustEnd();
        List<Duration> beginnings = new ArrayList<>(talk.beginnings());
        beginnings.add(talk.last().events().get(0).arrived());
        Duration latest = beginnings.get(0).multipliedBy(5).plus(DELAY);
        must(
                beginnings.stream().allMatch(began -> began.compareTo(latest) <= 0),
                "the answers begin after "
                        + beginnings.stream().map(Duration::toMillis).toList() + " ms");
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
        noneOfTheChoices(
                index -> !talk.last()
                        .choice(index)
                        .get(0)
                        .at("/delta/role")
                        .asText()
                        .equals(ASSISTANT),
                "does not begin with the role assistant");
    }

    /** No piece may say that somebody else speaks. */
    public void nobodyElseMaySpeak() {
        noneOfTheChoices(
                index -> roles(index).stream().anyMatch(role -> !role.equals(ASSISTANT)), "is said by somebody else");
    }

    /** No choice may tell its role again. */
    public void roleMustComeOnce() {
        noneOfTheChoices(index -> roles(index).size() > 1, "tells its role more than once");
    }

    private List<String> roles(int index) {
        return talk.last().choice(index).stream()
                .map(piece -> piece.at("/delta/role"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }

    private void noneOfTheChoices(IntPredicate wrong, String fault) {
        must(!talk.last().indices().isEmpty(), "the stream has no choices");
        noFaults(talk.last().indices().stream()
                .filter(wrong::test)
                .map(index -> "choice " + index + " " + fault)
                .toList());
    }

    /** There must be so many choices. */
    public void mustHaveChoices(int number) {
        int actual = talk.last().indices().size();
        must(actual == number, "the stream has " + actual + " choices, and not " + number);
    }

    /** Its choices must be numbered from 0. */
    public void choicesMustBeNumbered() {
        List<Integer> expected =
                IntStream.range(0, talk.last().indices().size()).boxed().toList();
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

    private List<String> reasons(int index) {
        return talk.last().saying(index).reasons();
    }

    /** No choice may go on after its end. */
    public void nothingMayFollowTheEndOfAChoice() {
        noneOfTheChoices(
                index -> talk.last().choice(index).stream()
                        .dropWhile(piece -> !piece.path("finish_reason").isTextual())
                        .skip(1)
                        .anyMatch(Transcript::says),
                "goes on after its end");
    }

    /** The pieces of a choice must not each begin with all that was said before. */
    public void piecesMustNotAddUp() {
        List<String> texts = talk.last().texts(0);
        boolean addUp = texts.size() > 2
                && IntStream.range(1, texts.size())
                        .allMatch(at -> texts.get(at).startsWith(texts.get(at - 1))
                                && texts.get(at).length() > texts.get(at - 1).length());
        must(!addUp, "each piece repeats the one before it");
    }

    /** So many pieces of text at most. */
    public void mustComeInAtMost(int pieces) {
        int actual = talk.last().texts(0).size();
        must(actual <= pieces, "the text comes in " + actual + " pieces, and not in at most " + pieces);
    }

    /** A chunk that adds to no choice must bear the usage. */
    public void chunksWithoutChoicesMustBearTheUsage() {
        long idle = talk.last().chunks().stream()
                .filter(chunk -> chunk.path("choices").isEmpty())
                .filter(chunk -> !chunk.path("usage").isObject())
                .count();
        must(idle == 0, idle + " chunks have neither choices nor a usage");
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
}

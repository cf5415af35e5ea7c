package dev.fabrickit.conformance.judgement;

import static dev.fabrickit.conformance.judgement.Claim.must;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fabrickit.conformance.scene.Chat;
import dev.fabrickit.conformance.scene.Reply;
import dev.fabrickit.conformance.scene.Saying;
import dev.fabrickit.conformance.scene.Talk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Judges what was answered, be it streamed or whole. */
public final class Answers {
    private static final ObjectMapper STRICT =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Clocks may be apart, but not by another unit of time. */
    private static final Duration CLOCKS = Duration.ofDays(1);

    private final Talk talk;

    public Answers(Talk talk) {
        this.talk = talk;
    }

    private Reply before() {
        return talk.replies().get(talk.replies().size() - 2);
    }

    private Saying first() {
        return talk.reply().first();
    }

    /** It must be one turn of the assistant with some text. */
    public void mustBeWhole() {
        JsonNode answer = talk.reply().head();
        must(answer.path("object").asText().equals("chat.completion"), "the answer is a " + answer.path("object"));
        must(answer.at("/choices/0/message/role").asText().equals("assistant"), "no assistant answers");
        mustSaySomething();
    }

    public void mustSaySomething() {
        must(!first().text().isEmpty(), "the answer is empty");
    }

    public void mustHaveChoices(int number) {
        int actual = talk.reply().sayings().size();
        must(actual == number, actual + " choices are answered, and not " + number);
    }

    /** The choices of a whole answer must be numbered from 0. */
    public void choicesMustBeNumbered() {
        List<Integer> expected =
                IntStream.range(0, talk.reply().sayings().size()).boxed().toList();
        List<Integer> actual = StreamSupport.stream(
                        talk.reply().head().path("choices").spliterator(), false)
                .map(choice -> choice.path("index").asInt(-1))
                .toList();
        must(actual.equals(expected), "the choices are " + actual + ", and not " + expected);
    }

    /** Each choice must bear a known reason to end. */
    public void choicesMustEndForAKnownReason() {
        must(
                talk.reply().sayings().stream()
                        .allMatch(saying -> saying.reasons().size() == 1
                                && Streams.REASONS.contains(saying.reasons().get(0))),
                "the choices end for "
                        + talk.reply().sayings().stream().map(Saying::reasons).toList());
    }

    /** The first choice must end for a reason. What is no reason, or more than one, is not for this to say. */
    public void mustEndFor(String reason) {
        List<String> reasons = first().reasons();
        must(
                reasons.size() != 1 || !Streams.REASONS.contains(reasons.get(0)) || reasons.contains(reason),
                "the answer ends for " + reasons + ", and not for " + reason);
    }

    public void mustNotSay(String text) {
        must(!first().text().contains(text), "the answer says \"" + text + "\": " + first().text());
    }

    /** The last answer must be the one before up to a text. */
    public void mustBeTheOneBeforeUpTo(String text) {
        String whole = before().first().text();
        must(whole.contains(text), "the answer without a stop text does not say \"" + text + "\": " + whole);
        String expected = whole.substring(0, whole.indexOf(text));
        must(first().text().equals(expected), "the answer is \"" + first().text() + "\", and not \"" + expected + "\"");
    }

    /** The last two answers must say the same. */
    public void mustSayTheSameTwice() {
        must(
                areTheSame(before(), talk.reply()),
                "one answer is " + before().sayings() + ", the other "
                        + talk.reply().sayings());
    }

    /** Why they end is left out. */
    private static boolean areTheSame(Reply one, Reply other) {
        return one.sayings().stream()
                .map(Saying::withoutReasons)
                .toList()
                .equals(other.sayings().stream().map(Saying::withoutReasons).toList());
    }

    /** The last two answers must differ. */
    public void mustDiffer() {
        must(!before().first().text().equals(first().text()), "both answers are \"" + first().text() + "\"");
    }

    /** The last answers must say, one by one, what those before them say. */
    public void mustSayTheSameAgain() {
        int half = talk.replies().size() / 2;
        IntStream.range(0, half)
                .forEach(at -> must(
                        areTheSame(talk.replies().get(at), talk.replies().get(half + at)),
                        "alone it says " + talk.replies().get(at).sayings() + ", beside another one "
                                + talk.replies().get(half + at).sayings()));
    }

    /** Each answer must have an id of its own. */
    public void idsMustDiffer() {
        List<String> ids = talk.replies().stream()
                .map(reply -> reply.head().path("id").asText())
                .filter(id -> !id.isEmpty())
                .toList();
        must(ids.stream().distinct().count() == ids.size(), "the answers have these ids: " + ids);
    }

    /** It must bear the time that it was begun at, in seconds. */
    public void mustBearItsTime() {
        JsonNode created = talk.reply().head().path("created");
        Duration off = Duration.between(Instant.ofEpochSecond(created.asLong(0)), Instant.now());
        must(
                !created.isNumber() || off.abs().compareTo(CLOCKS) < 0,
                "the answer was begun at " + created + ", but it is "
                        + Instant.now().getEpochSecond() + " seconds since 1970");
    }

    /** It must name a model. */
    public void mustNameTheModel(String model) {
        JsonNode named = talk.reply().head().path("model");
        must(named.asText().equals(model), "the answer names the model " + named + ", and not " + model);
    }

    /** The one tool must be called, and be told what it must be told. */
    public void mustCall(String tool) {
        must(
                first().calls().stream().map(Saying.Use::name).toList().equals(List.of(tool)),
                "the answer calls " + first().calls() + ", and not " + tool);
    }

    /** No tool may be called. */
    public void mustCallNothing() {
        must(first().calls().isEmpty(), "the answer calls " + first().calls());
        mustSaySomething();
    }

    /** What a tool is called with must be what its parameters ask for. */
    public void argumentsMustFit() {
        must(!first().calls().isEmpty(), "no tool is called");
        for (Saying.Use call : first().calls()) {
            must(json(call.arguments()).path(Chat.ARGUMENT).isTextual(), "the tool is called with " + call.arguments());
        }
    }

    public void mustBeAnObject() {
        must(json(first().text()).isObject(), "the answer is no object: " + first().text());
    }

    private static JsonNode json(String text) {
        try {
            return STRICT.readTree(text);
        } catch (JsonProcessingException e) {
            return STRICT.missingNode();
        }
    }
}

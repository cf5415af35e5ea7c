package dev.fabrickit.conformance.judgement;

import static dev.fabrickit.conformance.judgement.Claim.must;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.conformance.scene.Attempts;
import dev.fabrickit.conformance.scene.Talk;
import java.util.List;

/** Judges whole answers, and usage wherever it stands. */
public final class Answers {
    private final Attempts attempts;
    private final Talk talk;

    public Answers(Attempts attempts, Talk talk) {
        this.attempts = attempts;
        this.talk = talk;
    }

    private JsonNode answer() {
        return attempts.last().answer().mustBeAccepted().body();
    }

    /** It must be one turn of the assistant with some text. */
    public void mustBeWhole() {
        must(answer().path("object").asText().equals("chat.completion"), "the answer is a " + answer().path("object"));
        must(answer().at("/choices/0/message/role").asText().equals("assistant"), "no assistant answers");
        must(!text().isEmpty(), "the answer is empty");
    }

    private String text() {
        return answer().at("/choices/0/message/content").asText();
    }

    public void mustHaveChoices(int number) {
        int actual = answer().path("choices").size();
        must(actual == number, actual + " choices are answered, and not " + number);
    }

    public void mustEndFor(String reason) {
        JsonNode actual = answer().at("/choices/0/finish_reason");
        must(actual.asText().equals(reason), "the answer ends for " + actual + ", and not for " + reason);
    }

    public void mustTakeAtMost(int tokens) {
        int taken = answer().at("/usage/completion_tokens").asInt();
        must(taken <= tokens, "the answer takes " + taken + " tokens, and not at most " + tokens);
    }

    public void mustNotSay(String text) {
        must(!text().contains(text), "the answer says \"" + text + "\": " + text());
    }

    public void mustCall(String tool) {
        JsonNode called = answer().at("/choices/0/message/tool_calls/0/function/name");
        must(called.asText().equals(tool), "the answer calls " + called + ", and not " + tool);
    }

    public void mustBeAnObject() {
        must(text().strip().matches("(?s)\\{.*}"), "the answer is no object: " + text());
    }

    /** The sums must be right, where a service tells them. */
    public void usageMustSumUp() {
        sums(answer().path("usage"));
    }

    private static void sums(JsonNode usage) {
        int sum = usage.path("prompt_tokens").asInt()
                + usage.path("completion_tokens").asInt();
        must(
                usage.isNull()
                        || usage.isMissingNode()
                        || sum == usage.path("total_tokens").asInt(),
                "the usage does not sum up: " + usage);
    }

    /** One chunk without choices, behind all others, must bear the usage. */
    public void lastChunkMustBearTheUsage() {
        List<JsonNode> chunks = talk.last().chunks();
        List<JsonNode> bearing =
                chunks.stream().filter(chunk -> chunk.path("usage").isObject()).toList();
        must(bearing.size() == 1, bearing.size() + " chunks bear a usage, and not one");
        JsonNode last = chunks.get(chunks.size() - 1);
        must(bearing.get(0).equals(last) && last.path("choices").isEmpty(), "the usage is in " + bearing.get(0));
        must(last.at("/usage/completion_tokens").asInt() > 0, "no tokens were taken");
        sums(last.path("usage"));
    }

    /** The pieces of the stream must join to the whole answer. */
    public void streamMustJoinToTheWhole() {
        must(
                talk.last().text(0).equals(text()),
                "the pieces join to \"" + talk.last().text(0) + "\", the whole is \"" + text() + "\"");
    }
}

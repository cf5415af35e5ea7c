package dev.fabrickit.conformance.judgement;

import static dev.fabrickit.conformance.judgement.Claim.must;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.conformance.scene.Reply;
import dev.fabrickit.conformance.scene.Talk;
import java.util.List;

/** Judges what answers tell of the tokens they took. */
public final class Usages {
    private static final String TAKEN = "completion_tokens";
    private static final String READ = "prompt_tokens";

    private final Talk talk;

    public Usages(Talk talk) {
        this.talk = talk;
    }

    /** It must be told. */
    public void mustBeTold() {
        must(talk.reply().tellsUsage(), "the answer tells no usage");
    }

    /** The sums must be right, where a service tells them. */
    public void mustSumUp() {
        JsonNode usage = talk.reply().usage();
        must(
                !talk.reply().tellsUsage()
                        || usage.path(READ).asInt() > 0
                                && usage.path(TAKEN).asInt() > 0
                                && usage.path(READ).asInt() + usage.path(TAKEN).asInt()
                                        == usage.path("total_tokens").asInt(),
                "the usage does not sum up: " + usage);
    }

    /** Not more tokens may be taken, where a service tells them. */
    public void mustTakeAtMost(int tokens) {
        int taken = talk.reply().usage().path(TAKEN).asInt();
        must(taken <= tokens, "the answer takes " + taken + " tokens, and not at most " + tokens);
    }

    /** Exactly so many tokens must be taken. */
    public void mustTake(int tokens) {
        int taken = talk.reply().usage().path(TAKEN).asInt();
        must(taken == tokens, "the answer takes " + taken + " tokens, and not " + tokens);
    }

    /** The last answer must have read more than the one before, where a service tells it. */
    public void mustReadMoreThanBefore() {
        Reply before = talk.replies().get(talk.replies().size() - 2);
        int first = before.usage().path(READ).asInt();
        int second = talk.reply().usage().path(READ).asInt();
        must(
                !before.tellsUsage() || !talk.reply().tellsUsage() || second > first,
                "the longer conversation took " + second + " tokens, the shorter one " + first);
    }

    /** The last two answers must have taken the same. */
    public void mustBeTheSameTwice() {
        JsonNode before = talk.replies().get(talk.replies().size() - 2).usage();
        must(
                before.equals(talk.reply().usage()),
                "one takes " + before + ", the other " + talk.reply().usage());
    }

    /** No chunk may bear it. */
    public void noChunkMayBearIt() {
        must(
                talk.last().usages().isEmpty(),
                talk.last().usages().size() + " chunks bear a usage, which was not wanted");
    }

    /** One chunk without choices, behind all others, must bear it. */
    public void lastChunkMustBearIt() {
        List<JsonNode> chunks = talk.last().chunks();
        List<JsonNode> bearing = talk.last().usages();
        must(bearing.size() == 1, bearing.size() + " chunks bear a usage, and not one");
        JsonNode last = chunks.get(chunks.size() - 1);
        must(bearing.get(0).equals(last) && last.path("choices").isEmpty(), "the usage is in " + bearing.get(0));
    }
}

package dev.fabrickit.server;

import static dev.fabrickit.server.seam.Rule.LOGPROBS_ARE_NOT_OFFERED;
import static dev.fabrickit.server.seam.Rule.TOKENS_HAVE_ONE_LIMIT;
import static dev.fabrickit.server.seam.Rule.TOOL_CHOICE_NEEDS_TOOLS;

import dev.fabrickit.server.seam.Rule;
import java.util.Map;

/** For each rule of a chat, fields that break it. */
final class ChatProbes {
    static final Map<Rule, String> OF_RULES = Map.of(
            TOKENS_HAVE_ONE_LIMIT, "{'max_tokens':1,'max_completion_tokens':1}",
            LOGPROBS_ARE_NOT_OFFERED, "{'logprobs':true}",
            TOOL_CHOICE_NEEDS_TOOLS, "{'tool_choice':'auto'}");

    private ChatProbes() {}

    static boolean seemsKept(StubDriver stub, Rule rule) {
        Conversation conversation = Conversation.with(stub);
        stub.clock().advance(Probes.DELAY.multipliedBy(2));
        conversation.send("{}").mustBe(200);
        return conversation.send(OF_RULES.get(rule)).status() == 400;
    }
}

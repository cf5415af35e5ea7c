package dev.fabrickit.server.invocation;

import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.invocation.engine.Chat;
import dev.fabrickit.server.schema.ChatCompletionRequest;
import dev.fabrickit.server.schema.FunctionDefinition;
import dev.fabrickit.server.seam.Rule;
import dev.fabrickit.server.seam.Rules;
import jakarta.inject.Singleton;

/** What the contract says of several fields of a chat at once, which its schema cannot. */
@Singleton
class ChatRules {
    private final Rules rules;

    ChatRules(Rules rules) {
        this.rules = rules;
    }

    void require(ChatCompletionRequest request) {
        require(
                Rule.TOKENS_HAVE_ONE_LIMIT,
                request.getMaxTokens() == null || request.getMaxCompletionTokens() == null,
                "max_tokens and max_completion_tokens must not be sent together",
                "Send one of them.");
        require(
                Rule.LOGPROBS_ARE_NOT_OFFERED,
                !Boolean.TRUE.equals(request.getLogprobs()),
                "logprobs must not be true: probabilities are not offered",
                "Leave logprobs out.");
        Chat chat = new Chat(request);
        require(
                Rule.TOOL_CHOICE_NEEDS_TOOLS,
                request.getToolChoice() == null || !chat.functions().isEmpty(),
                "tool_choice must not be sent without tools",
                "Send tools, or leave tool_choice out.");
        String chosen = chat.chosenFunction();
        require(
                Rule.TOOL_CHOICE_NEEDS_TOOLS,
                chosen == null
                        || chat.functions().stream()
                                .map(FunctionDefinition::getName)
                                .anyMatch(chosen::equals),
                "tool_choice.function.name is none of the tools",
                "Name a function that is in tools.");
    }

    private void require(Rule rule, boolean kept, String message, String solution) {
        rules.require(rule, kept, () -> new Refusal(ErrorCode.INVALID_REQUEST, message, solution));
    }
}

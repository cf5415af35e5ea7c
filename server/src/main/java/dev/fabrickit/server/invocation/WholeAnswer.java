package dev.fabrickit.server.invocation;

import dev.fabrickit.server.invocation.engine.Piece;
import dev.fabrickit.server.schema.AssistantMessage;
import dev.fabrickit.server.schema.ChatCompletion;
import dev.fabrickit.server.schema.ChatCompletionChunk;
import dev.fabrickit.server.schema.Choice;
import dev.fabrickit.server.schema.ChunkChoice;
import dev.fabrickit.server.schema.Delta;
import dev.fabrickit.server.schema.FunctionCall;
import dev.fabrickit.server.schema.FunctionCallDelta;
import dev.fabrickit.server.schema.ToolCall;
import dev.fabrickit.server.schema.ToolCallDelta;
import dev.fabrickit.server.schema.Usage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Joins the chunks of a streamed answer to the whole one. */
final class WholeAnswer {
    private final Map<Integer, Growing> choices = new TreeMap<>();
    private @Nullable Usage usage;

    void add(ChatCompletionChunk chunk) {
        chunk.getChoices()
                .forEach(choice -> choices.computeIfAbsent(choice.getIndex(), index -> new Growing())
                        .add(choice));
        usage = chunk.getUsage() == null ? usage : chunk.getUsage();
    }

    ChatCompletion in(ChatCompletion head) {
        List<Choice> whole = choices.entrySet().stream()
                .map(choice -> choice.getValue().whole().index(choice.getKey()))
                .toList();
        return head.choices(whole).usage(usage);
    }

    private static final class Growing {
        private final StringBuilder content = new StringBuilder();
        private final Map<Integer, GrowingCall> calls = new TreeMap<>();
        private @Nullable String finishReason;

        void add(ChunkChoice choice) {
            Delta delta = choice.getDelta();
            if (delta.getContent() != null) {
                content.append(delta.getContent());
            }
            if (delta.getToolCalls() != null) {
                delta.getToolCalls()
                        .forEach(call -> calls.computeIfAbsent(call.getIndex(), index -> new GrowingCall())
                                .add(call));
            }
            finishReason = choice.getFinishReason() == null ? finishReason : choice.getFinishReason();
        }

        Choice whole() {
            AssistantMessage message = new AssistantMessage().role(Piece.Role.ASSISTANT);
            if (calls.isEmpty() || !content.isEmpty()) {
                message.content(content.toString());
            }
            if (!calls.isEmpty()) {
                message.toolCalls(
                        calls.values().stream().map(GrowingCall::whole).toList());
            }
            return new Choice().message(message).finishReason(finishReason);
        }
    }

    private static final class GrowingCall {
        private final StringBuilder arguments = new StringBuilder();
        private @Nullable String id;
        private @Nullable String name;

        void add(ToolCallDelta call) {
            id = call.getId() == null ? id : call.getId();
            FunctionCallDelta function = call.getFunction();
            if (function != null) {
                name = function.getName() == null ? name : function.getName();
                arguments.append(function.getArguments() == null ? "" : function.getArguments());
            }
        }

        ToolCall whole() {
            return new ToolCall()
                    .id(id)
                    .type(ToolCall.TypeEnum.FUNCTION)
                    .function(new FunctionCall().name(name).arguments(arguments.toString()));
        }
    }
}

package dev.fabrickit.client;

import dev.fabrickit.client.schema.FunctionCall;
import dev.fabrickit.client.schema.FunctionCallDelta;
import dev.fabrickit.client.schema.ToolCall;
import dev.fabrickit.client.schema.ToolCallDelta;
import org.jspecify.annotations.Nullable;

/** One tool call of an answer, as far as it has come. */
final class ToolCallParts {
    private @Nullable String id;
    private @Nullable String name;
    private final StringBuilder arguments = new StringBuilder();

    void add(ToolCallDelta delta) {
        id = ChunkAccumulator.last(delta.getId(), id);
        FunctionCallDelta function = delta.getFunction();
        if (function != null) {
            name = ChunkAccumulator.last(function.getName(), name);
            if (function.getArguments() != null) {
                arguments.append(function.getArguments());
            }
        }
    }

    ToolCall toolCall() {
        return new ToolCall()
                .id(id)
                .type(ToolCall.TypeEnum.FUNCTION)
                .function(new FunctionCall().name(name).arguments(arguments.toString()));
    }
}

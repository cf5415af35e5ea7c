package dev.fabrickit.client;

import dev.fabrickit.client.schema.FunctionCall;
import dev.fabrickit.client.schema.FunctionCallDelta;
import dev.fabrickit.client.schema.ToolCall;
import dev.fabrickit.client.schema.ToolCallDelta;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One tool call of an answer, as far as it has come. */
final class ToolCallParts {
    private @Nullable String id;
    private @Nullable String name;
    private final Map<String, @Nullable Object> unknownFields = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> ofTheFunction = new LinkedHashMap<>();
    private final StringBuilder arguments = new StringBuilder();

    @Nullable
    String id() {
        return id;
    }

    void add(ToolCallDelta delta) {
        id = ChunkAccumulator.last(delta.getId(), id);
        unknownFields.putAll(delta.getUnknownFields());
        FunctionCallDelta function = delta.getFunction();
        if (function != null) {
            ofTheFunction.putAll(function.getUnknownFields());
            name = ChunkAccumulator.last(function.getName(), name);
            if (function.getArguments() != null) {
                arguments.append(function.getArguments());
            }
        }
    }

    ToolCall toolCall() {
        FunctionCall function = new FunctionCall().name(name).arguments(arguments.toString());
        ofTheFunction.forEach(function::putUnknownField);
        ToolCall call = new ToolCall().id(id).type(ToolCall.TypeEnum.FUNCTION).function(function);
        unknownFields.forEach(call::putUnknownField);
        return call;
    }
}

package dev.fabrickit.client;

import dev.fabrickit.client.schema.AssistantMessage;
import dev.fabrickit.client.schema.Choice;
import dev.fabrickit.client.schema.ChunkChoice;
import dev.fabrickit.client.schema.Delta;
import dev.fabrickit.client.schema.ToolCall;
import dev.fabrickit.client.schema.ToolCallDelta;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One choice of an answer, as far as it has come. */
final class ChoiceParts {
    private final int index;
    private @Nullable String role;
    private @Nullable String finishReason;
    private final LogprobParts logprobs = new LogprobParts();
    private final Map<String, @Nullable Object> ofTheChoice = new TreeMap<>();
    private final Map<String, StringBuilder> texts = new TreeMap<>();
    private final Map<String, @Nullable Object> others = new TreeMap<>();
    private final SortedMap<Integer, ToolCallParts> toolCalls = new TreeMap<>();

    ChoiceParts(int index) {
        this.index = index;
    }

    void add(ChunkChoice choice) {
        finishReason = ChunkAccumulator.last(choice.getFinishReason(), finishReason);
        logprobs.add(choice.getLogprobs());
        ofTheChoice.putAll(choice.getUnknownFields());
        Delta delta = choice.getDelta();
        if (delta != null) {
            role = ChunkAccumulator.last(delta.getRole(), role);
            addField("content", delta.getContent());
            delta.getUnknownFields().forEach(this::addField);
            if (delta.getToolCalls() != null) {
                delta.getToolCalls().stream().filter(Objects::nonNull).forEach(this::addToolCall);
            }
        }
    }

    private void addField(String name, @Nullable Object value) {
        if (value instanceof String text) {
            texts.computeIfAbsent(name, first -> new StringBuilder()).append(text);
        } else if (value != null) {
            others.put(name, value);
        }
    }

    private void addToolCall(ToolCallDelta delta) {
        int index = delta.getIndex() != null ? delta.getIndex() : impliedIndex(delta.getId());
        toolCalls.computeIfAbsent(index, i -> new ToolCallParts()).add(delta);
    }

    /** Some services leave the index out when there is one call at a time; then an id that is new begins the next. */
    private int impliedIndex(@Nullable String id) {
        int last = toolCalls.isEmpty() ? -1 : toolCalls.lastKey();
        if (id == null) {
            return Math.max(last, 0);
        }
        return toolCalls.entrySet().stream()
                .filter(call -> id.equals(call.getValue().id()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(last + 1);
    }

    Choice choice() {
        StringBuilder content = texts.get("content");
        AssistantMessage message = new AssistantMessage()
                .role(Objects.requireNonNullElse(role, "assistant"))
                .content(content == null ? null : content.toString())
                .toolCalls(toolCalls.isEmpty() ? null : calls());
        others.forEach(message::putUnknownField);
        texts.forEach((name, text) -> {
            if (text != content) {
                message.putUnknownField(name, text.toString());
            }
        });
        Choice choice = new Choice()
                .index(index)
                .message(message)
                .finishReason(finishReason)
                .logprobs(logprobs.joined());
        ofTheChoice.forEach(choice::putUnknownField);
        return choice;
    }

    private List<ToolCall> calls() {
        return toolCalls.values().stream().map(ToolCallParts::toolCall).toList();
    }
}

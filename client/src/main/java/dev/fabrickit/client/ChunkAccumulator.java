package dev.fabrickit.client;

import dev.fabrickit.client.schema.ChatCompletion;
import dev.fabrickit.client.schema.ChatCompletionChunk;
import dev.fabrickit.client.schema.ChunkChoice;
import dev.fabrickit.client.schema.Usage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes one answer of chunks, for programs that show them as they come and need the whole in the end; those that need only
 * the whole call {@link ChunkStream#completion()}. For one thread.
 *
 * <p>Texts and the arguments of tool calls are joined, choices and tool calls kept apart by their {@code index}. Of what the
 * contract does not know, texts within a delta are joined as well, and of everything else the last value counts.
 */
public final class ChunkAccumulator {
    private @Nullable ChatCompletionChunk first;
    private @Nullable String systemFingerprint;
    private @Nullable Usage usage;
    private final Map<String, @Nullable Object> unknownFields = new LinkedHashMap<>();
    private final SortedMap<Integer, ChoiceParts> choices = new TreeMap<>();

    /** Adds the next chunk. */
    public ChunkAccumulator add(ChatCompletionChunk chunk) {
        if (first == null || first.getId() == null) {
            first = chunk;
        }
        systemFingerprint = last(chunk.getSystemFingerprint(), systemFingerprint);
        usage = last(chunk.getUsage(), usage);
        unknownFields.putAll(chunk.getUnknownFields());
        chunk.getChoices().stream().filter(Objects::nonNull).forEach(this::add);
        return this;
    }

    private void add(ChunkChoice choice) {
        choices.computeIfAbsent(Finish.indexOf(choice), ChoiceParts::new).add(choice);
    }

    static <T> @Nullable T last(@Nullable T now, @Nullable T before) {
        return now != null ? now : before;
    }

    /**
     * The answer so far. A choice that has not ended has no {@code finish_reason}; one whose deltas had no text has a null
     * content. What is added later does not change it.
     */
    public ChatCompletion completion() {
        ChatCompletion completion = new ChatCompletion()
                ._object(ChatCompletion.ObjectEnum.CHAT_COMPLETION)
                .systemFingerprint(systemFingerprint)
                .usage(usage);
        if (first != null) {
            completion.id(first.getId()).created(first.getCreated()).model(first.getModel());
        }
        unknownFields.forEach(completion::putUnknownField);
        completion.setChoices(choices.values().stream().map(ChoiceParts::choice).toList());
        return completion;
    }
}

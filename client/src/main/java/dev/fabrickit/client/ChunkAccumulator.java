package dev.fabrickit.client;

import dev.fabrickit.client.schema.ChatCompletion;
import dev.fabrickit.client.schema.ChatCompletionChunk;
import dev.fabrickit.client.schema.ChunkChoice;
import dev.fabrickit.client.schema.Usage;
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
    private final ChatCompletion completion = new ChatCompletion()._object(ChatCompletion.ObjectEnum.CHAT_COMPLETION);
    private final SortedMap<Integer, ChoiceParts> choices = new TreeMap<>();

    /** Adds the next chunk. */
    public ChunkAccumulator add(ChatCompletionChunk chunk) {
        if (completion.getId() == null) {
            completion.id(chunk.getId()).created(chunk.getCreated()).model(chunk.getModel());
        }
        completion.setSystemFingerprint(last(chunk.getSystemFingerprint(), completion.getSystemFingerprint()));
        Usage usage = last(chunk.getUsage(), completion.getUsage());
        completion.setUsage(usage);
        chunk.getUnknownFields().forEach(completion::putUnknownField);
        chunk.getChoices().stream().filter(Objects::nonNull).forEach(this::add);
        return this;
    }

    private void add(ChunkChoice choice) {
        int index = Objects.requireNonNullElse(choice.getIndex(), 0);
        choices.computeIfAbsent(index, ChoiceParts::new).add(choice);
    }

    static <T> @Nullable T last(@Nullable T now, @Nullable T before) {
        return now != null ? now : before;
    }

    /**
     * The answer so far. A choice that has not ended has no {@code finish_reason}; one whose deltas had no text has a null
     * content.
     */
    public ChatCompletion completion() {
        completion.setChoices(choices.values().stream().map(ChoiceParts::choice).toList());
        return completion;
    }
}

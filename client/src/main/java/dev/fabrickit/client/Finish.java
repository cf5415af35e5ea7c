package dev.fabrickit.client;

import dev.fabrickit.client.schema.ChatCompletionChunk;
import dev.fabrickit.client.schema.ChunkChoice;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a stream that has ended from one that was cut where the connection does not show it. */
final class Finish {
    private final Set<@Nullable Integer> begun = new HashSet<>();
    private final Set<@Nullable Integer> finished = new HashSet<>();

    void note(ChatCompletionChunk chunk) {
        for (ChunkChoice choice : chunk.getChoices()) {
            if (choice != null) {
                begun.add(choice.getIndex());
                if (choice.getFinishReason() != null) {
                    finished.add(choice.getIndex());
                }
            }
        }
    }

    /** Whether there was a choice, and each had its {@code finish_reason}. */
    boolean isReached() {
        return !begun.isEmpty() && finished.containsAll(begun);
    }
}

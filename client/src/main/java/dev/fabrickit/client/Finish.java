package dev.fabrickit.client;

import dev.fabrickit.client.schema.ChatCompletionChunk;
import dev.fabrickit.client.schema.ChunkChoice;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** Tells a stream that has ended from one that was cut where the connection does not show it. */
final class Finish {
    private final int choices;
    private final Set<Integer> begun = new HashSet<>();
    private final Set<Integer> finished = new HashSet<>();

    /** @param choices how many were asked for */
    Finish(int choices) {
        this.choices = choices;
    }

    /** Services that give one answer only may leave it out. */
    static int indexOf(ChunkChoice choice) {
        return Objects.requireNonNullElse(choice.getIndex(), 0);
    }

    void note(ChatCompletionChunk chunk) {
        for (ChunkChoice choice : chunk.getChoices()) {
            if (choice != null) {
                begun.add(indexOf(choice));
                if (choice.getFinishReason() != null) {
                    finished.add(indexOf(choice));
                }
            }
        }
    }

    /** Whether all choices were there, and each had its {@code finish_reason}. */
    boolean isReached() {
        return begun.size() >= choices && finished.containsAll(begun);
    }
}

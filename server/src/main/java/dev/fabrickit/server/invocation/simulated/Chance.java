package dev.fabrickit.server.invocation.simulated;

import dev.fabrickit.server.invocation.engine.Chat;
import dev.fabrickit.server.schema.ChatMessage;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * What is left to chance in one choice, and yet the same for the same request: it comes from the conversation and the seed.
 * At temperature 0 the seed counts for nothing.
 */
record Chance(long seed, int choice, RandomGenerator random) {
    private static final int PRIME = 31;

    static Chance of(Chat chat, int choice) {
        Long asked = chat.request().getSeed();
        long seed = asked == null || chat.isGreedy() ? 0 : asked;
        long mixed = PRIME * (PRIME * conversation(chat) + Long.hashCode(seed)) + choice;
        return new Chance(seed, choice, new SplittableRandom(mixed));
    }

    private static long conversation(Chat chat) {
        long hash = 1;
        for (ChatMessage message : chat.request().getMessages()) {
            hash = PRIME * hash + message.getRole().getValue().hashCode();
            hash = PRIME * hash + Objects.hashCode(message.getContent());
        }
        return hash;
    }

    /** One of several: the first unless a seed or another choice asks for others. */
    int variant(int variants) {
        int drawn = seed == 0 ? 0 : new SplittableRandom(seed).nextInt(variants);
        return (drawn + choice) % variants;
    }
}

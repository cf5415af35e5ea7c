package dev.fabrickit.server.benchmark;

/** Requests with answers of a known length. */
final class Chat {
    /** The role, the end, {@code [DONE]}, and what the simulated engine says around what was said to it. */
    private static final int AROUND = 3 + 2 + 24;

    private Chat() {}

    /** A request that is answered by so many events. */
    static String answeredBy(int events) {
        return "{\"messages\":[{\"role\":\"user\",\"content\":\""
                + "word ".repeat(events - AROUND).strip() + "\"}]}";
    }
}

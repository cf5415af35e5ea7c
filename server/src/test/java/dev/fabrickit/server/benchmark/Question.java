package dev.fabrickit.server.benchmark;

/** Requests with answers of a known length. */
final class Question {
    /** The role, the end and {@code [DONE]}. */
    static final int AROUND = 3;

    private Question() {}

    /** A request that is answered by so many events: all but three are tokens. */
    static String answeredBy(int events) {
        return "{\"messages\":[{\"role\":\"user\",\"content\":\""
                + "word ".repeat(events).strip() + "\"}],\"max_tokens\":" + (events - AROUND) + "}";
    }
}

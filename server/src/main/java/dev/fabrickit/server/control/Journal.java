package dev.fabrickit.server.control;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The last requests and what they were answered, oldest first. Bounded: the oldest make room. */
@Singleton
@Requires(property = Control.ENABLED, value = "true")
class Journal {
    static final int BOUND = 500;

    private final Deque<Entry> entries = new ArrayDeque<>();

    /**
     * One request.
     *
     * @param headers by name as sent; secrets masked
     */
    @Introspected
    record Entry(
            Instant time, String method, String uri, Map<String, List<String>> headers, int status, String requestId) {}

    synchronized void add(Entry entry) {
        if (entries.size() == BOUND) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    synchronized void clear() {
        entries.clear();
    }
}

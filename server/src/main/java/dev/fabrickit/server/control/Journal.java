package dev.fabrickit.server.control;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Introspected;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The last requests and what they were answered, oldest answer first. Bounded: the oldest make room. */
@Singleton
@Requires(property = Control.ENABLED, value = "true")
class Journal {
    static final int BOUND = 500;

    /** What controls, watches or explains the stub. */
    private static final Pattern OWN =
            Pattern.compile("/(_fabrickit|health|prometheus|openapi\\.yaml|swagger-ui)?([/?].*)?");

    private static final List<String> MASK = List.of("***");
    /** Also those of other services, which somebody may send here by mistake. */
    private static final Pattern SECRET = Pattern.compile("(?i).*(auth|token|cookie|secret|password|key).*");

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Clock clock;

    Journal(Clock clock) {
        this.clock = clock;
    }

    /**
     * One request.
     *
     * @param headers by name as sent; secrets masked
     * @param status null when the connection was gone before an answer, like the id
     */
    @Introspected
    record Entry(
            Instant time,
            String method,
            String uri,
            Map<String, List<String>> headers,
            @Nullable Integer status,
            @Nullable String requestId) {}

    /** Notes a request, unless it is for the stub itself, with its answer if it got one. */
    void note(HttpRequest request, @Nullable HttpResponse answer) {
        if (!OWN.matcher(request.uri()).matches()) {
            add(new Entry(
                    clock.instant(),
                    request.method().name(),
                    request.uri(),
                    masked(request.headers()),
                    answer == null ? null : answer.status().code(),
                    answer == null ? null : answer.headers().get("X-request-id")));
        }
    }

    private static Map<String, List<String>> masked(HttpHeaders sent) {
        Map<String, List<String>> headers = new TreeMap<>();
        sent.names().forEach(name -> headers.put(name, SECRET.matcher(name).matches() ? MASK : sent.getAll(name)));
        return headers;
    }

    private synchronized void add(Entry entry) {
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

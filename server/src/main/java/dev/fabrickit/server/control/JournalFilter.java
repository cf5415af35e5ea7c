package dev.fabrickit.server.control;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Writes the journal. */
@ServerFilter({"/v1/**", "/v3/**", "/healthcheck"})
@Order(JournalFilter.OUTSIDE_THE_REQUEST_ID)
@Requires(property = Control.ENABLED, value = "true")
class JournalFilter {
    static final int OUTSIDE_THE_REQUEST_ID = -100;

    private static final List<String> MASK = List.of("***");
    /** Also those of other services, which somebody may send here by mistake. */
    private static final Pattern SECRET = Pattern.compile("(?i).*(auth|token|cookie|secret|password|key).*");

    private final Journal journal;
    private final Clock clock;

    JournalFilter(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    @ResponseFilter
    void write(HttpRequest<?> request, MutableHttpResponse<?> response) {
        Map<String, List<String>> headers = new TreeMap<>();
        request.getHeaders()
                .forEach(
                        (name, values) -> headers.put(name, SECRET.matcher(name).matches() ? MASK : values));
        journal.add(new Journal.Entry(
                clock.instant(),
                request.getMethodName(),
                request.getUri().toString(),
                headers,
                response.code(),
                String.valueOf(response.getHeaders().get("X-request-id"))));
    }
}

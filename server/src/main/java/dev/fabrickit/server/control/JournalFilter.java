package dev.fabrickit.server.control;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes the journal. */
@ServerFilter({"/v1/**", "/v3/**", "/healthcheck"})
@Order(JournalFilter.OUTSIDE_THE_REQUEST_ID)
@Requires(property = Control.ENABLED, value = "true")
class JournalFilter {
    static final int OUTSIDE_THE_REQUEST_ID = -100;

    private static final List<String> MASK = List.of("***");
    private static final Set<String> SECRETS = Set.of("x-auth-token", "authorization", "x-security-token", "cookie");

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
                .forEach((name, values) ->
                        headers.put(name, SECRETS.contains(name.toLowerCase(Locale.ROOT)) ? MASK : values));
        journal.add(new Journal.Entry(
                clock.instant(),
                request.getMethodName(),
                request.getUri().toString(),
                headers,
                response.code(),
                String.valueOf(response.getHeaders().get("X-request-id"))));
    }
}

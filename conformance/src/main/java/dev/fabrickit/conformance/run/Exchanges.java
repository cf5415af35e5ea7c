package dev.fabrickit.conformance.run;

import dev.fabrickit.conformance.wire.Exchange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What has passed the wire, of each example under way. */
public final class Exchanges {
    private final Map<String, List<Exchange>> byExample = new ConcurrentHashMap<>();

    void add(String exampleId, Exchange exchange) {
        byExample
                .computeIfAbsent(exampleId, id -> Collections.synchronizedList(new ArrayList<>()))
                .add(exchange);
    }

    /** The last so far of an example. */
    public Optional<Exchange> last(String exampleId) {
        List<Exchange> all = byExample.getOrDefault(exampleId, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** All of an example that is over; they are forgotten here. */
    public List<Exchange> take(String exampleId) {
        return Optional.ofNullable(byExample.remove(exampleId))
                .map(List::copyOf)
                .orElse(List.of());
    }
}

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
    private final Map<String, Exchange> marked = new ConcurrentHashMap<>();

    void add(String exampleId, Exchange exchange) {
        byExample
                .computeIfAbsent(exampleId, id -> Collections.synchronizedList(new ArrayList<>()))
                .add(exchange);
    }

    /** Notes the last so far of an example as what it will fail for; of several the first counts. */
    void mark(String exampleId) {
        last(exampleId, 1).forEach(exchange -> marked.putIfAbsent(exampleId, exchange));
    }

    /**
     * What an example fails for, should it fail now: what was noted so; or else the last of an operation that the reason names;
     * or else the last so far.
     */
    public Optional<Exchange> decisive(String exampleId, String reason) {
        List<Exchange> all = last(exampleId, Integer.MAX_VALUE);
        return Optional.ofNullable(marked.get(exampleId))
                .or(() -> all.stream()
                        .filter(exchange -> reason.contains(exchange.operationId()))
                        .reduce((earlier, later) -> later))
                .or(() -> last(exampleId, 1).stream().findFirst());
    }

    /** The last ones so far of an example, in their order. */
    List<Exchange> last(String exampleId, int most) {
        List<Exchange> all = byExample.getOrDefault(exampleId, List.of());
        return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
    }

    /** All of an example that is over; they are forgotten here. */
    public List<Exchange> take(String exampleId) {
        marked.remove(exampleId);
        return Optional.ofNullable(byExample.remove(exampleId))
                .map(List::copyOf)
                .orElse(List.of());
    }
}

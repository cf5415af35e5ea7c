package dev.fabrickit.conformance.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Drops from a contract what this project chose where the documents are silent: what is left is what every service must
 * meet. It reads {@code x-basis}: the word {@code chosen} drops the whole element, a map drops the keywords, the required
 * properties or the enum values it names; {@code status: chosen} widens a status to its class. What refers to something
 * dropped goes with it. Where all media types of a body were chosen, any body will do, and none. With which status a service
 * refuses is its matter, but not in which form: every operation may give any refusal the body of its 400.
 */
final class Relaxation {
    private static final String BASIS = "x-basis";
    private static final String CHOSEN = "chosen";

    private static final String REFERENCE = "$ref";
    private static final String CONTENT = "content";
    private static final String RESPONSES = "responses";
    private static final String REFUSED = "400";
    private static final String REFUSED_OTHERWISE = "4XX";
    private static final Map<String, Object> ANYTHING = Map.of("*/*", Map.of());

    private final Object root;

    private Relaxation(Object root) {
        this.root = root;
    }

    /** A copy of a contract without its chosen parts. */
    static Object of(Object contract) {
        return new Relaxation(contract).relax(contract);
    }

    private Object relax(Object node) {
        if (node instanceof List<?> items) {
            return items.stream()
                    .filter(item -> !isChosen(item))
                    .map(this::relax)
                    .toList();
        }
        if (!(node instanceof Map<?, ?> element)) {
            return node;
        }
        Map<String, Object> relaxed = new LinkedHashMap<>();
        element.forEach((key, value) -> {
            if (!isChosen(value)) {
                relaxed.put(statusWidened(key.toString(), value), relax(value));
            }
        });
        relaxed.computeIfPresent(CONTENT, (key, content) -> Map.of().equals(content) ? ANYTHING : content);
        relaxed.computeIfPresent(RESPONSES, (key, responses) -> refusalsWidened(responses));
        if (element.get(BASIS) instanceof Map<?, ?> parts) {
            parts.forEach((keyword, basis) -> drop(relaxed, keyword.toString(), basis));
        }
        return relaxed;
    }

    private boolean isChosen(@Nullable Object element) {
        if (!(element instanceof Map<?, ?> map)) {
            return false;
        }
        return CHOSEN.equals(map.get(BASIS)) || map.get(REFERENCE) instanceof String path && isChosen(at(path));
    }

    private @Nullable Object at(String path) {
        Object node = root;
        for (String step : path.substring("#/".length()).split("/")) {
            node = node instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return node;
    }

    private static String statusWidened(String key, Object response) {
        boolean widen = response instanceof Map<?, ?> map
                && map.get(BASIS) instanceof Map<?, ?> parts
                && CHOSEN.equals(parts.get("status"));
        return widen ? key.charAt(0) + "XX" : key;
    }

    private static Object refusalsWidened(Object responses) {
        if (!(responses instanceof Map<?, ?> map) || !map.containsKey(REFUSED)) {
            return responses;
        }
        Map<Object, Object> widened = new LinkedHashMap<>(map);
        widened.put(REFUSED_OTHERWISE, map.get(REFUSED));
        return widened;
    }

    private static void drop(Map<String, Object> element, String keyword, Object basis) {
        if (CHOSEN.equals(basis)) {
            element.remove(keyword);
        } else if (basis instanceof Map<?, ?> values && element.get(keyword) instanceof List<?> listed) {
            List<Object> kept = new ArrayList<>(listed);
            kept.removeIf(value -> CHOSEN.equals(values.get(value)));
            if (kept.isEmpty()) {
                element.remove(keyword);
            } else {
                element.put(keyword, kept);
            }
        }
    }
}

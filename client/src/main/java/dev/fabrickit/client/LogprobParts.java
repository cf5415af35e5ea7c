package dev.fabrickit.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The log probabilities of one choice: objects with a list, each of which goes on with the next tokens. */
final class LogprobParts {
    private final Map<String, List<@Nullable Object>> lists = new LinkedHashMap<>();
    private @Nullable Object other;

    void add(@Nullable Object piece) {
        if (piece instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> addField(name.toString(), value));
        } else if (piece != null) {
            other = piece;
        }
    }

    private void addField(String name, @Nullable Object value) {
        if (value instanceof List<?> more) {
            lists.computeIfAbsent(name, first -> new ArrayList<>()).addAll(more);
        }
    }

    /** Null when there were none. */
    @Nullable
    Object joined() {
        if (lists.isEmpty()) {
            return other;
        }
        Map<String, Object> joined = new LinkedHashMap<>();
        lists.forEach((name, list) -> joined.put(name, new ArrayList<>(list)));
        return joined;
    }
}

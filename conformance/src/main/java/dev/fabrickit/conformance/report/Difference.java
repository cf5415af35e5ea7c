package dev.fabrickit.conformance.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What has changed from one report to another. */
public record Difference(PastReport before, PastReport after) {

    private List<Change> changes() {
        Map<String, PastReport.Entry> old = before.byId();
        Map<String, PastReport.Entry> fresh = after.byId();
        Set<String> ids = new LinkedHashSet<>(old.keySet());
        ids.addAll(fresh.keySet());
        return ids.stream()
                .map(id -> new Change(Optional.ofNullable(old.get(id)), Optional.ofNullable(fresh.get(id))))
                .filter(change -> !change.isNone())
                .toList();
    }

    /** Whether any requirement got worse. */
    public boolean isWorse() {
        return changes().stream().anyMatch(Change::isWorse);
    }

    /** All of it, to be shown. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        after.facts().forEach((name, value) -> {
            String was = before.facts().get(name);
            if (!value.equals(was)) {
                lines.add(name + ": " + shown(was) + " -> " + shown(value));
            }
        });
        List<Change> changes = changes();
        for (Change.Kind kind : Change.Kind.values()) {
            List<Change> same =
                    changes.stream().filter(change -> change.kind() == kind).toList();
            if (!same.isEmpty()) {
                lines.add(kind + ": " + same.size());
                same.forEach(change -> lines.add("  " + change));
            }
        }
        long worse = changes.stream().filter(Change::isWorse).count();
        lines.add(
                after.requirements().size() + " requirements: " + changes.size() + " changed, " + worse + " got worse");
        return lines;
    }

    private static String shown(String value) {
        return value == null || value.isEmpty() ? "none" : value;
    }
}

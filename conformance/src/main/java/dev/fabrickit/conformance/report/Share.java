package dev.fabrickit.conformance.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a contract has of one kind, and which of it has been seen on the wire. */
public final class Share {
    private final Set<String> all = new TreeSet<>();
    private final Set<String> seen = new TreeSet<>();

    Share(Iterable<String> all) {
        all.forEach(this.all::add);
    }

    void see(String element) {
        if (all.contains(element)) {
            seen.add(element);
        }
    }

    /** All that there is. */
    public Set<String> all() {
        return new TreeSet<>(all);
    }

    /** What has not been seen of it. */
    public Set<String> missing() {
        Set<String> missing = all();
        missing.removeAll(seen);
        return missing;
    }

    /** In whole percent, rounded down. */
    public int percent() {
        return all.isEmpty() ? 0 : seen.size() * 100 / all.size();
    }

    /** As it stands in a report. */
    Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("percent", percent());
        summary.put("all", all.size());
        List<String> missing = new ArrayList<>(missing());
        summary.put("missing", missing);
        return summary;
    }
}

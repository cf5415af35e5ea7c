package dev.fabrickit.conformance.report;

import dev.fabrickit.conformance.requirement.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One cause of findings that are not green.
 *
 * @param findings those that have it, failures first
 */
record Cause(List<Finding> findings) {

    /** The causes of what is not known from the baseline: what reads the same but for ids, numbers and names is one. */
    static List<Cause> of(Verdict verdict) {
        Map<String, List<Finding>> byReason = new LinkedHashMap<>();
        verdict.findings().stream()
                .filter(finding -> finding.outcome().compareTo(Outcome.NOT_TESTABLE) >= 0)
                .filter(finding -> !verdict.isKnown(finding))
                .sorted(Comparator.comparing(Finding::outcome).reversed())
                .forEach(finding -> byReason.computeIfAbsent(Likeness.of(finding.reason()), reason -> new ArrayList<>())
                        .add(finding));
        return byReason.values().stream().map(Cause::new).toList();
    }

    /** The finding that shows it best. */
    Finding first() {
        return findings.get(0);
    }
}

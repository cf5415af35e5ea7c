package dev.fabrickit.conformance.report;

import dev.fabrickit.conformance.requirement.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a run came to.
 *
 * @param findings one for each requirement
 * @param errors what went wrong beside all examples, and is not the service's fault
 * @param baseline the deviations that are known
 * @param beside where answers broke the contract that no requirement was asked for
 * @param lapse why from some moment on nothing could be asked any more; empty when all could
 */
public record Verdict(
        List<Finding> findings, List<String> errors, Baseline baseline, List<Breach> beside, Optional<String> lapse) {

    /** How many requirements came to which outcome; those that none came to are missing. */
    public Map<Outcome, Long> counts() {
        return findings.stream().collect(Collectors.groupingBy(Finding::outcome, TreeMap::new, Collectors.counting()));
    }

    private long count(Outcome outcome) {
        return counts().getOrDefault(outcome, 0L);
    }

    /** Whether no example ran at all. */
    public boolean isEmpty() {
        return findings.stream().allMatch(finding -> finding.examples().isEmpty());
    }

    /** What the baseline knows of and passes now. */
    public List<Finding> stale() {
        return findings.stream()
                .filter(finding -> finding.outcome() == Outcome.PASSED)
                .filter(this::isKnown)
                .toList();
    }

    boolean isKnown(Finding finding) {
        return baseline.reasonFor(finding).isPresent();
    }

    private boolean anyUnknown(Outcome outcome) {
        return findings.stream().anyMatch(finding -> finding.outcome() == outcome && !isKnown(finding));
    }

    /**
     * 0 when all conform, 1 when any does not, 2 when none failed but the suite itself did. What could not be tested because
     * the service failed on the way there does not conform either. Known deviations do not count, and must be there. 3 when
     * none failed, but the credentials were over before the end.
     */
    public int exitCode() {
        if (anyUnknown(Outcome.FAILED)) {
            return 1;
        }
        if (lapse.isPresent()) {
            return 3;
        }
        if (count(Outcome.ERROR) > 0 || !errors.isEmpty() || isEmpty()) {
            return 2;
        }
        return anyUnknown(Outcome.NOT_TESTABLE) || !stale().isEmpty() ? 1 : 0;
    }

    /** How many requirements passed and failed, and whatever else there is. */
    @Override
    public String toString() {
        String others = counts().entrySet().stream()
                .filter(count -> count.getKey() != Outcome.PASSED && count.getKey() != Outcome.FAILED)
                .map(count -> ", " + count.getValue() + " " + count.getKey())
                .collect(Collectors.joining());
        long known = findings.stream()
                .filter(finding -> finding.outcome() != Outcome.PASSED && isKnown(finding))
                .count();
        return findings.size() + (findings.size() == 1 ? " requirement: " : " requirements: ")
                + count(Outcome.PASSED) + " passed, " + count(Outcome.FAILED) + " failed" + others
                + (known == 0 ? "" : "; " + known + " known from the baseline")
                + (beside.isEmpty() ? "" : "; beside what was asked, breaches of the contract: " + beside.size());
    }
}

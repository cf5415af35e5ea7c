package dev.fabrickit.conformance.report;

import dev.fabrickit.conformance.report.PastReport.Entry;
import java.util.List;
import java.util.Optional;

/**
 * What became of a requirement from one report to another.
 *
 * @param before empty when it is new
 * @param after empty when it is gone
 */
record Change(Optional<Entry> before, Optional<Entry> after) {
    /** From the best to the worst; what was not asked is neither good nor bad. */
    private static final List<String> RANKS = List.of("passed", "", "not_testable", "error", "failed");

    /** What changes are, in the order in which they are told. */
    enum Kind {
        NEWLY_FAILING("newly failing"),
        NEWLY_PASSING("newly passing"),
        CHANGED("otherwise changed"),
        ADDED("added"),
        GONE("gone");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private static String outcome(Optional<Entry> entry) {
        return entry.map(Entry::outcome).orElse("nothing");
    }

    private static int rank(String outcome) {
        return RANKS.contains(outcome) ? RANKS.indexOf(outcome) : 1;
    }

    private static boolean isRed(String outcome) {
        return rank(outcome) > 1;
    }

    boolean isNone() {
        return outcome(before).equals(outcome(after));
    }

    Kind kind() {
        String was = outcome(before);
        String is = outcome(after);
        if (before.isEmpty()) {
            return Kind.ADDED;
        }
        if (after.isEmpty()) {
            return Kind.GONE;
        }
        if (isRed(is) && !isRed(was)) {
            return Kind.NEWLY_FAILING;
        }
        return is.equals("passed") ? Kind.NEWLY_PASSING : Kind.CHANGED;
    }

    /** Whether it is red and was less so. What is new was nothing that could get worse. */
    boolean isWorse() {
        return before.isPresent() && isRed(outcome(after)) && rank(outcome(after)) > rank(outcome(before));
    }

    @Override
    public String toString() {
        Entry shown = after.or(() -> before).orElseThrow();
        String reason = after.map(Entry::reason)
                .map(text -> ": " + text.lines().findFirst().orElse(""))
                .orElse("");
        return shown.id() + " " + outcome(before) + " -> " + outcome(after) + ": " + shown.text() + reason;
    }
}

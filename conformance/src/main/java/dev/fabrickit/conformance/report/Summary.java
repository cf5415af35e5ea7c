package dev.fabrickit.conformance.report;

import dev.fabrickit.conformance.contract.Contract;
import dev.fabrickit.conformance.requirement.Outcome;
import dev.fabrickit.conformance.requirement.Requirement;
import dev.fabrickit.conformance.run.Example;
import dev.fabrickit.conformance.wire.Exchange;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report for people who decide: what failed and why, grouped by cause, each with what it takes to see it again. */
final class Summary {
    /** What a build server shows of a summary is limited; in bytes this is well under 64 KiB. */
    private static final int LONGEST = 60_000;

    private static final int LONGEST_EXCHANGE = 3_000;

    /** Of one finding. */
    private static final int MOST_EXAMPLES = 3;

    private static final int MOST_LINES = 20;

    private final Report report;
    private final StringBuilder text = new StringBuilder();

    private Summary(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        return new Summary(report).write();
    }

    private String write() {
        Verdict verdict = report.verdict();
        line("# " + report.run().target() + " " + report.headline());
        line("");
        line(verdict + ". Profile " + report.scope().profile() + ", contract "
                + report.run().contract().version() + ", fabrickit " + report.version() + ", "
                + report.begun().truncatedTo(ChronoUnit.SECONDS)
                + ", " + report.took().toSeconds() + " s. Of the contract these were seen on the wire: "
                + report.coverage() + ".");
        verdict.lapse().ifPresent(reason -> line("\nIt could not be asked to the end: " + reason));
        verdict.errors().forEach(error -> line("\nAn error of the suite: " + error));
        List<Cause> causes = Cause.of(verdict);
        for (int i = 0; i < causes.size(); i++) {
            int before = text.length();
            cause(i + 1, causes.get(i));
            if (text.length() > LONGEST) {
                text.setLength(before);
                line("\n" + (causes.size() - i) + " more causes are in conformance-report.yaml.");
                break;
            }
        }
        verdict.stale()
                .forEach(finding ->
                        line("\n" + finding.requirement().id() + " is in the baseline, but passes now: take it out."));
        beside();
        known();
        notAsked(Outcome.NOT_SUPPORTED);
        notAsked(Outcome.DISABLED);
        return text.toString();
    }

    private void cause(int number, Cause cause) {
        Finding first = cause.first();
        line("\n## " + number + ". " + firstLine(first.reason()));
        line("");
        line(described(first));
        List<Example> unlike = first.unlike();
        unlike.stream().limit(MOST_EXAMPLES).forEach(this::example);
        unlike.stream()
                .skip(MOST_EXAMPLES)
                .limit(MOST_LINES)
                .forEach(example -> line("- Also: " + firstLine(example.reason()) + " (" + example.place() + ")"));
        int more = first.broken().size() - Math.min(unlike.size(), MOST_EXAMPLES + MOST_LINES);
        if (more > 0) {
            line("\nSo do " + more + " more examples of it.");
        }
        List<Finding> others = cause.findings().subList(1, cause.findings().size());
        if (!others.isEmpty()) {
            line("\nOf the same cause: "
                    + others.stream()
                            .map(finding -> finding.requirement().id() + " (" + finding.outcome() + ")")
                            .collect(Collectors.joining(", "))
                    + ".");
        }
    }

    private static String described(Finding finding) {
        Requirement requirement = finding.requirement();
        String lines =
                requirement.operations().stream().map(Summary::contractLine).collect(Collectors.joining(", "));
        return "**" + requirement.id() + " " + finding.outcome() + ": " + requirement.text() + "**\n"
                + requirement.basis().name().toLowerCase(Locale.ROOT) + ": " + requirement.source()
                + (lines.isEmpty() ? "" : ". " + lines);
    }

    private static String contractLine(String operation) {
        return "`" + operation + "` (api/openapi.yaml, line " + Contract.lineOf(operation) + ")";
    }

    private void example(Example example) {
        line("\n- Example: " + example.title() + " (" + example.place() + ")");
        if (!example.step().isEmpty()) {
            line("- It ended at: " + example.step());
        }
        line("- Because: " + example.reason().replace("\n", "\n  "));
        Exchange exchange = example.decisive();
        if (exchange != null) {
            line("- The contract: " + contractLine(exchange.operationId()));
            line("\n```\n" + shortened(exchange.text()) + "\n```");
            line("To send it again:\n\n```sh\n" + shortened(Curl.of(exchange)) + "\n```");
        }
    }

    private void beside() {
        List<Breach> beside = report.verdict().beside();
        if (!beside.isEmpty()) {
            line("\n## Breaches of the contract beside what was asked: " + beside.size() + "\n");
            line("They were met on the way; no requirement that was asked for is about these answers.\n");
            beside.stream().limit(MOST_LINES).forEach(breach -> line("- " + firstLine(breach.toString())));
        }
    }

    private void known() {
        List<Finding> known = report.verdict().findings().stream()
                .filter(finding -> finding.outcome() != Outcome.PASSED)
                .filter(report.verdict()::isKnown)
                .toList();
        if (!known.isEmpty()) {
            line("\n## " + known.size() + " known from the baseline\n");
            known.forEach(finding -> line("- " + finding.requirement().id() + " (" + finding.outcome() + "): "
                    + report.verdict().baseline().reasonFor(finding).orElse("")));
        }
    }

    private void notAsked(Outcome outcome) {
        List<Finding> findings = report.verdict().findings().stream()
                .filter(finding -> finding.outcome() == outcome)
                .toList();
        if (!findings.isEmpty()) {
            line("\n## " + findings.size() + " " + outcome + "\n");
            findings.stream()
                    .collect(Collectors.groupingBy(Finding::reason))
                    .forEach((reason, same) -> line("- " + reason + ": "
                            + same.stream()
                                    .map(finding -> finding.requirement().id())
                                    .collect(Collectors.joining(", "))));
        }
    }

    private static String firstLine(String reason) {
        String line = reason.lines().findFirst().orElse("");
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }

    private static String shortened(String exchange) {
        String fenced = exchange.replace("```", "'''");
        return fenced.length() <= LONGEST_EXCHANGE
                ? fenced
                : fenced.substring(0, LONGEST_EXCHANGE) + "… (whole in wire.har)";
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}

package dev.fabrickit.conformance.report;

import dev.fabrickit.conformance.contract.Contract;
import dev.fabrickit.conformance.requirement.Outcome;
import dev.fabrickit.conformance.requirement.Requirement;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** The report for programs. Keys and their meaning stay the same within one {@code format}. */
final class ReportYaml {
    static final int FORMAT = 1;

    private ReportYaml() {}

    /** Each list is one of its own: the writer would mark what comes twice as an alias. */
    static String of(Report report) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setWidth(160);
        return new Yaml(options).dump(document(report));
    }

    private static Map<String, Object> document(Report report) {
        Verdict verdict = report.verdict();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", FORMAT);
        document.put("suite", "fabrickit " + report.version());
        Map<String, Object> contract = new LinkedHashMap<>();
        contract.put("version", report.run().contract().version());
        contract.put("sha256", Contract.sha256());
        document.put("contract", contract);
        document.put("target", report.run().target().toString());
        document.put("profile", report.scope().profile().name());
        document.put("without", new ArrayList<>(report.scope().without()));
        if (report.scope().tags() != null) {
            document.put("tags", report.scope().tags());
        }
        document.put("begun", report.begun().truncatedTo(ChronoUnit.SECONDS).toString());
        document.put("seconds", report.took().toMillis() / 1000.0);
        document.put("verdict", report.headline());
        document.put("exit_code", verdict.exitCode());
        Map<String, Object> counts = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            counts.put(key(outcome), verdict.counts().getOrDefault(outcome, 0L));
        }
        document.put("counts", counts);
        document.put("errors", new ArrayList<>(verdict.errors()));
        document.put(
                "breaches_beside",
                verdict.beside().stream().map(Breach::toString).toList());
        document.put("coverage", report.coverage().summary());
        document.put(
                "requirements",
                Stream.concat(
                                verdict.findings().stream().map(finding -> entry(finding, verdict.baseline())),
                                report.excluded().stream().map(ReportYaml::excluded))
                        .toList());
        return document;
    }

    private static Map<String, Object> entry(Finding finding, Baseline baseline) {
        Map<String, Object> entry = described(finding.requirement());
        entry.put("outcome", key(finding.outcome()));
        if (!finding.reason().isEmpty()) {
            entry.put("reason", finding.reason());
        }
        baseline.reasonFor(finding).ifPresent(reason -> entry.put("known", reason));
        entry.put("examples", finding.examples().size());
        entry.put("milliseconds", finding.took().toMillis());
        return entry;
    }

    private static Map<String, Object> excluded(Requirement requirement) {
        Map<String, Object> entry = described(requirement);
        entry.put("outcome", "excluded");
        entry.put("reason", requirement.excluded());
        return entry;
    }

    private static Map<String, Object> described(Requirement requirement) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", requirement.id());
        entry.put("text", requirement.text());
        entry.put("basis", requirement.basis().name().toLowerCase(Locale.ROOT));
        entry.put("source", requirement.source());
        entry.put("operations", new ArrayList<>(requirement.operations()));
        return entry;
    }

    private static String key(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}

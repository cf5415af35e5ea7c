package dev.fabrickit.conformance.cli;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.fabrickit.conformance.ConformanceSuite;
import dev.fabrickit.conformance.report.Baseline;
import dev.fabrickit.conformance.report.Coverage;
import dev.fabrickit.conformance.report.Report;
import dev.fabrickit.conformance.report.ReportFolder;
import dev.fabrickit.conformance.report.Tally;
import dev.fabrickit.conformance.report.Verdict;
import dev.fabrickit.conformance.report.WireHar;
import dev.fabrickit.conformance.requirement.Requirement;
import dev.fabrickit.conformance.requirement.Requirements;
import dev.fabrickit.conformance.requirement.Scope;
import dev.fabrickit.conformance.run.Run;
import io.cucumber.junit.platform.engine.Constants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the features by Cucumber's engine on the JUnit Platform.
 *
 * @param threads how many examples at a time
 * @param seed what the order is made from; empty for the order of the files
 */
record Execution(Requirements requirements, Scope scope, Baseline baseline, int threads, Optional<Long> seed) {

    /** Runs them, and leaves the reports. */
    Verdict execute(Run run, ReportFolder folder) {
        Instant begun = Instant.now();
        Coverage coverage = new Coverage(run.contract(), requirements);
        run.examples().listen(coverage);
        Verdict verdict;
        try (WireHar har = folder.har(Fabrickit.version())) {
            run.examples().listen(har);
            verdict = judge(run, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Requirement> excluded = requirements.all().stream()
                .filter(requirement -> requirement.excluded() != null)
                .toList();
        Duration took = Duration.between(begun, Instant.now());
        folder.write(new Report(Fabrickit.version(), run, scope, verdict, excluded, coverage, begun, took));
        return verdict;
    }

    private Verdict judge(Run run, ReportFolder folder) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(ConformanceSuite.class))
                .filters(EngineFilter.includeEngines("junit-platform-suite"))
                .configurationParameter(Constants.PLUGIN_PROPERTY_NAME, folder.plugins());
        scope.expression(requirements)
                .ifPresent(tags -> request.configurationParameter(Constants.FILTER_TAGS_PROPERTY_NAME, tags));
        if (threads > 1) {
            String count = Integer.toString(threads);
            request.configurationParameter(Constants.PARALLEL_EXECUTION_ENABLED_PROPERTY_NAME, "true")
                    .configurationParameter(Constants.PARALLEL_CONFIG_STRATEGY_PROPERTY_NAME, "fixed")
                    .configurationParameter(Constants.PARALLEL_CONFIG_FIXED_PARALLELISM_PROPERTY_NAME, count)
                    .configurationParameter(Constants.PARALLEL_CONFIG_FIXED_MAX_POOL_SIZE_PROPERTY_NAME, count);
        }
        seed.ifPresent(number -> request.configurationParameter(Constants.EXECUTION_ORDER_PROPERTY_NAME, "random")
                .configurationParameter(Constants.EXECUTION_ORDER_RANDOM_SEED_PROPERTY_NAME, Long.toString(number)));
        Tally tally = new Tally(requirements, scope, baseline, run);
        LauncherFactory.create().execute(request.build(), tally);
        return tally.verdict();
    }
}

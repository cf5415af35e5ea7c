package dev.fabrickit.conformance.report;

import dev.fabrickit.conformance.requirement.Basis;
import dev.fabrickit.conformance.requirement.Outcome;
import dev.fabrickit.conformance.requirement.Requirement;
import dev.fabrickit.conformance.requirement.Requirements;
import dev.fabrickit.conformance.requirement.Scope;
import dev.fabrickit.conformance.run.Console;
import dev.fabrickit.conformance.run.Example;
import dev.fabrickit.conformance.run.Examples;
import dev.fabrickit.conformance.run.Run;
import dev.fabrickit.conformance.wire.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Sums the examples up by requirement, and tells each requirement as soon as its last example is over. */
public final class Tally implements TestExecutionListener {
    private final Requirements requirements;
    private final Scope scope;
    private final Baseline baseline;
    private final Examples examples;
    private final Console console;
    private final Target target;
    private final Map<Requirement, Integer> toCome = new ConcurrentHashMap<>();
    private final List<String> errors = new ArrayList<>();
    private final Breaches breaches = new Breaches();

    public Tally(Requirements requirements, Scope scope, Baseline baseline, Run run) {
        this.requirements = requirements;
        this.scope = scope;
        this.baseline = baseline;
        examples = run.examples();
        examples.listen(breaches);
        console = run.console();
        target = run.target();
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .flatMap(this::requirementsOf)
                .forEach(requirement -> toCome.merge(requirement, 1, Integer::sum));
    }

    private Stream<Requirement> requirementsOf(TestIdentifier test) {
        return test.isTest()
                ? test.getTags().stream().flatMap(tag -> requirements.tagged("@" + tag.getName()).stream())
                : Stream.empty();
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        requirementsOf(test).forEach(this::count);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.FAILED && !isExplained(test)) {
            blame(result.getThrowable().map(Tally::messageOf).orElse("no reason given"));
        }
        requirementsOf(test).forEach(this::count);
    }

    /** Whether it is an example that came to its own end. */
    private boolean isExplained(TestIdentifier test) {
        return test.getSource()
                .filter(ClasspathResourceSource.class::isInstance)
                .map(ClasspathResourceSource.class::cast)
                .flatMap(source -> source.getPosition()
                        .map(position -> source.getClasspathResourceName() + ":" + position.getLine()))
                .filter(place -> examples.all().stream()
                        .anyMatch(example -> example.place().equals(place)))
                .isPresent();
    }

    private synchronized void blame(String reason) {
        errors.add(reason);
    }

    private static String messageOf(Throwable error) {
        return error.getMessage() == null ? error.toString() : error.getMessage();
    }

    /** Whether all answers are right is known when all examples are over. */
    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        requirements.all().stream().filter(Breach::isAskedFor).forEach(this::tell);
    }

    private void count(Requirement requirement) {
        if (toCome.merge(requirement, -1, Integer::sum) == 0 && !Breach.isAskedFor(requirement)) {
            tell(requirement);
        }
    }

    private void tell(Requirement requirement) {
        if (!examples.tagged(requirement.tag()).isEmpty()) {
            tell(findingOf(requirement));
        }
    }

    private void tell(Finding finding) {
        if (finding.outcome() == Outcome.NOT_TESTABLE && target.lapse().isPresent()) {
            // That is one line at the end, and not one for each requirement.
            return;
        }
        String outcome = String.format(Locale.ROOT, "%-13s", finding.outcome());
        String mark = switch (finding.outcome()) {
            case PASSED -> console.green(outcome);
            case FAILED, ERROR -> console.red(outcome);
            case NOT_TESTABLE -> console.yellow(outcome);
            case DISABLED, NOT_SUPPORTED -> console.dim(outcome);
        };
        String time = String.format(Locale.ROOT, "%6d ms", finding.took().toMillis());
        console.aside("  " + mark + console.dim(time) + "  "
                + String.format(
                        Locale.ROOT,
                        "%-6s %s",
                        finding.requirement().id(),
                        finding.requirement().text()));
        if (!finding.reason().isEmpty()) {
            console.aside("                         " + console.red(finding.reason()));
        }
    }

    /** What the run came to, once it is over. */
    public synchronized Verdict verdict() {
        List<Finding> findings = new ArrayList<>();
        requirements.all().stream()
                .filter(requirement -> requirement.excluded() == null)
                .map(this::findingOf)
                .forEach(findings::add);
        examples.all().stream()
                .filter(example -> example.tags().stream()
                        .allMatch(tag -> requirements.tagged(tag).isEmpty()))
                .map(example -> Finding.of(unlisted(example), List.of(example)))
                .forEach(findings::add);
        return new Verdict(findings, List.copyOf(errors), baseline, beside(), target.lapse());
    }

    /** The breaches that no requirement was asked for which concerns them. */
    private List<Breach> beside() {
        return breaches.all().stream()
                .filter(breach ->
                        requirements.all().stream().filter(this::isAsked).noneMatch(breach::concerns))
                .toList();
    }

    private boolean isAsked(Requirement requirement) {
        return scope.exclusionOf(requirement).isEmpty()
                && (scope.tags() == null || !examples.tagged(requirement.tag()).isEmpty());
    }

    private Finding findingOf(Requirement requirement) {
        Finding own = ownFindingOf(requirement);
        return isAsked(requirement) ? breaches.with(own) : own;
    }

    private Finding ownFindingOf(Requirement requirement) {
        List<Example> ran = examples.tagged(requirement.tag());
        if (!ran.isEmpty()) {
            return Finding.of(requirement, ran);
        }
        return scope.exclusionOf(requirement)
                .map(left -> new Finding(requirement, left.outcome(), left.reason(), List.of()))
                .orElseGet(() -> scope.tags() != null
                        ? new Finding(requirement, Outcome.DISABLED, "not among --tags " + scope.tags(), List.of())
                        : new Finding(requirement, Outcome.ERROR, "it has no example", List.of()));
    }

    /** A scenario that stands for no single requirement. */
    private static Requirement unlisted(Example example) {
        String feature = example.place().replaceAll(".*/|\\.feature.*", "");
        return new Requirement(
                feature, example.title(), Basis.DOCUMENTED, "the tutorial", List.of(), List.of(), null, null);
    }
}

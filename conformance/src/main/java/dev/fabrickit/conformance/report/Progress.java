package dev.fabrickit.conformance.report;

import dev.fabrickit.conformance.requirement.Inconclusive;
import dev.fabrickit.conformance.requirement.Outcome;
import dev.fabrickit.conformance.run.Console;
import dev.fabrickit.conformance.run.Evidence;
import dev.fabrickit.conformance.run.Example;
import dev.fabrickit.conformance.run.Run;
import dev.fabrickit.conformance.wire.Nonconformance;
import dev.fabrickit.conformance.wire.Unreachable;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;
import io.cucumber.plugin.event.WriteEvent;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.opentest4j.TestAbortedException;

/**
 * Follows the examples and makes out what became of each. A scenario that is to be told it tells while it goes: a line for
 * each step, with its remarks and its time.
 */
public final class Progress implements ConcurrentEventListener {
    private final Run run = Run.current();
    private final Console console = run.console();
    private final Map<UUID, Course> courses = new ConcurrentHashMap<>();

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestCaseStarted.class, event -> begin(event.getTestCase()));
        publisher.registerHandlerFor(
                WriteEvent.class, event -> courseOf(event.getTestCase()).remark(event.getText()));
        publisher.registerHandlerFor(TestStepFinished.class, this::follow);
        publisher.registerHandlerFor(TestCaseFinished.class, this::end);
    }

    private void begin(TestCase example) {
        courses.put(example.getId(), new Course());
        if (isTold(example)) {
            console.line(example.getName());
        }
    }

    private Course courseOf(TestCase example) {
        return courses.getOrDefault(example.getId(), new Course());
    }

    private static boolean isTold(TestCase example) {
        return example.getTags().contains(Evidence.TOLD);
    }

    private void follow(TestStepFinished event) {
        Course course = courseOf(event.getTestCase());
        Result result = event.getResult();
        String remark = course.takeRemarks();
        String step = "clean-up";
        if (event.getTestStep() instanceof PickleStepTestStep pickle) {
            course.enter(pickle.getStep());
            step = pickle.getStep().getText();
        }
        course.settle(
                step,
                result,
                run.exchanges()
                        .decisive(
                                event.getTestCase().getId().toString(),
                                result.getError() == null
                                        ? ""
                                        : String.valueOf(result.getError().getMessage())));
        if (isTold(event.getTestCase())) {
            tell(event, step, remark);
        }
    }

    private void tell(TestStepFinished event, String step, String remark) {
        Result result = event.getResult();
        if (event.getTestStep() instanceof PickleStepTestStep
                || !remark.isEmpty()
                || !result.getStatus().isOk()) {
            console.line(line(step, result, remark));
        }
        if (result.getError() instanceof TestAbortedException aborted) {
            console.line(console.dim("      " + aborted.getMessage()));
        } else if (result.getStatus() == Status.FAILED) {
            console.line(console.red("      " + reasonOf(result.getError())));
        }
    }

    private String line(String text, Result result, String remark) {
        String mark = switch (result.getStatus()) {
            case PASSED -> console.green("ok  ");
            case SKIPPED -> console.dim("skip");
            default -> console.red("FAIL");
        };
        String time = String.format(Locale.ROOT, "%6d ms", result.getDuration().toMillis());
        return "  " + mark + console.dim(time) + "  " + text + (remark.isEmpty() ? "" : ": " + remark);
    }

    private void end(TestCaseFinished event) {
        TestCase example = event.getTestCase();
        Course course = Optional.ofNullable(courses.remove(example.getId())).orElseGet(Course::new);
        Result result = event.getResult();
        Outcome outcome = outcomeOf(result, course);
        run.examples()
                .add(new Example(
                        example.getUri().getSchemeSpecificPart() + ":"
                                + example.getLocation().getLine(),
                        example.getName(),
                        Set.copyOf(example.getTags()),
                        outcome,
                        outcome == Outcome.PASSED ? "" : run.target().masked(reasonOf(result.getError())),
                        course.brokeAt(),
                        event.getInstant().minus(result.getDuration()),
                        result.getDuration(),
                        course.decisive(),
                        run.exchanges().take(example.getId().toString())));
    }

    private static Outcome outcomeOf(Result result, Course course) {
        if (result.getStatus() == Status.PASSED) {
            return Outcome.PASSED;
        }
        if (result.getError() instanceof Inconclusive inconclusive) {
            return inconclusive.outcome();
        }
        if (result.getStatus() == Status.FAILED && isOfTheService(result.getError())) {
            return course.brokeInGiven() ? Outcome.NOT_TESTABLE : Outcome.FAILED;
        }
        return Outcome.ERROR;
    }

    /** Whether the service is to blame: it broke the contract, or did not answer any more. */
    private static boolean isOfTheService(Throwable reason) {
        return reason instanceof Nonconformance || reason instanceof Unreachable;
    }

    private static String reasonOf(Throwable error) {
        if (error == null) {
            return "no reason given";
        }
        return isOfTheService(error) || error instanceof TestAbortedException
                ? error.getMessage()
                : "not the service's fault: " + error;
    }
}

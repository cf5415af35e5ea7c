package dev.fabrickit.conformance.report;

import dev.fabrickit.conformance.run.Console;
import dev.fabrickit.conformance.run.Run;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;
import io.cucumber.plugin.event.WriteEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.opentest4j.TestAbortedException;

/** Tells a run while it goes: a line for each step, with its remarks and its time. */
public final class Progress implements ConcurrentEventListener {
    private final Console console = Run.current().console();
    private final List<String> remarks = new ArrayList<>();

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestCaseStarted.class, this::begin);
        publisher.registerHandlerFor(WriteEvent.class, event -> remarks.add(event.getText()));
        publisher.registerHandlerFor(TestStepFinished.class, this::end);
    }

    private void begin(TestCaseStarted event) {
        console.line(event.getTestCase().getName());
    }

    private void end(TestStepFinished event) {
        Result result = event.getResult();
        String remark = String.join("; ", remarks);
        remarks.clear();
        if (event.getTestStep() instanceof PickleStepTestStep step) {
            console.line(line(step.getStep().getText(), result, remark));
        } else if (!remark.isEmpty() || !result.getStatus().isOk()) {
            console.line(line("clean-up", result, remark));
        }
        if (result.getError() instanceof TestAbortedException aborted) {
            console.line(console.dim("      " + aborted.getMessage()));
        } else if (result.getStatus() == Status.FAILED) {
            console.line(console.red("      " + reason(result.getError())));
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

    private static String reason(Throwable error) {
        return Verdict.isOfTheService(error) ? error.getMessage() : "not the service's fault: " + error;
    }
}

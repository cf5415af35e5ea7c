package dev.fabrickit.conformance.report;

import dev.fabrickit.conformance.wire.Exchange;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far an example has come. */
final class Course {
    private static final String GIVEN = "Given";

    private final List<String> remarks = new ArrayList<>();
    private boolean given;
    private boolean brokeInGiven;
    private String brokeAt = "";
    private @Nullable Exchange decisive;

    void remark(String text) {
        remarks.add(text);
    }

    String takeRemarks() {
        String text = String.join("; ", remarks);
        remarks.clear();
        return text;
    }

    /** "And" and "But" go on with what the step before began. */
    void enter(Step step) {
        switch (step.getKeyword().strip()) {
            case GIVEN -> given = true;
            case "When", "Then" -> given = false;
            default -> {}
        }
    }

    /**
     * Ends a step.
     *
     * @param last the last exchange so far
     */
    void settle(String step, Result result, Optional<Exchange> last) {
        boolean broke = result.getStatus() != Status.PASSED && result.getError() != null;
        if (broke && brokeAt.isEmpty()) {
            brokeAt = step;
            brokeInGiven = given;
            decisive = last.orElse(null);
        }
    }

    /** The step that did not pass; empty when all did. */
    String brokeAt() {
        return brokeAt;
    }

    /** The exchange before it broke. */
    @Nullable
    Exchange decisive() {
        return decisive;
    }

    /** Whether it had not come to its subject yet. */
    boolean brokeInGiven() {
        return brokeInGiven;
    }
}

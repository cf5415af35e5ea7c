package dev.fabrickit.conformance.report;

import dev.fabrickit.conformance.wire.Nonconformance;
import dev.fabrickit.conformance.wire.Unreachable;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Counts what became of the scenarios. */
public final class Verdict implements TestExecutionListener {
    private int passed;
    private int failed;
    private int disabled;
    private final List<Throwable> errors = new ArrayList<>();

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        switch (result.getStatus()) {
            case SUCCESSFUL -> passed += test.isTest() ? 1 : 0;
            case ABORTED -> disabled++;
            case FAILED -> blame(result.getThrowable().orElseGet(() -> new IllegalStateException("no reason given")));
        }
    }

    private void blame(Throwable reason) {
        if (isOfTheService(reason)) {
            failed++;
        } else {
            errors.add(reason);
        }
    }

    /** Whether the service is to blame: it broke the contract, or did not answer any more. */
    static boolean isOfTheService(Throwable reason) {
        return reason instanceof Nonconformance || reason instanceof Unreachable;
    }

    public synchronized int ran() {
        return passed + failed + disabled + errors.size();
    }

    /** What went wrong that the service is not to blame for. */
    public synchronized List<String> errors() {
        return errors.stream()
                .map(error -> error.getMessage() == null ? error.toString() : error.getMessage())
                .toList();
    }

    /** 0 when all conform, 1 when any does not, 2 when none failed but the suite itself did. */
    public synchronized int exitCode() {
        return failed > 0 ? 1 : !errors.isEmpty() || ran() == 0 ? 2 : 0;
    }

    @Override
    public synchronized String toString() {
        return passed + " passed, " + failed + " failed, " + errors.size() + " errors"
                + (disabled == 0 ? "" : ", " + disabled + " disabled");
    }
}

package dev.fabrickit.conformance.report;

import dev.fabrickit.conformance.wire.Nonconformance;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Counts what became of the scenarios. */
public final class Verdict implements TestExecutionListener {
    private int passed;
    private int failed;
    private int errors;

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
            passed += test.isTest() ? 1 : 0;
        } else if (result.getThrowable()
                .filter(Nonconformance.class::isInstance)
                .isPresent()) {
            failed++;
        } else {
            errors++;
        }
    }

    public synchronized int ran() {
        return passed + failed + errors;
    }

    /** 0 when all conform, 1 when any does not, 2 when none failed but the suite itself did. */
    public synchronized int exitCode() {
        return failed > 0 ? 1 : errors > 0 || passed == 0 ? 2 : 0;
    }

    @Override
    public synchronized String toString() {
        return passed + " passed, " + failed + " failed, " + errors + " errors";
    }
}

package dev.fabrickit.conformance.report;

import dev.fabrickit.conformance.requirement.Outcome;
import dev.fabrickit.conformance.requirement.Requirement;
import dev.fabrickit.conformance.run.Example;
import dev.fabrickit.conformance.wire.Exchange;
import java.time.Duration;
import java.util.List;

/**
 * A place where an answer breaks the contract.
 *
 * @param met the example that met it first
 */
record Breach(String fault, Exchange exchange, Example met) {
    /** What a requirement covers when it asks for every answer of its operations. */
    private static final String ANSWERS = "answers";

    static boolean isAskedFor(Requirement requirement) {
        return requirement.covers().contains(ANSWERS);
    }

    /** Whether a requirement asks for the answer that it is in. */
    boolean concerns(Requirement requirement) {
        return isAskedFor(requirement) && requirement.operations().contains(exchange.operationId());
    }

    /** The example that met it, as one that fails for it. Its time is counted where it was spent. */
    Example failing() {
        return new Example(
                met.place(),
                met.title(),
                met.tags(),
                Outcome.FAILED,
                toString(),
                "",
                met.begun(),
                Duration.ZERO,
                exchange,
                List.of());
    }

    @Override
    public String toString() {
        return exchange.operationId() + " (" + exchange.status() + "): " + fault;
    }
}

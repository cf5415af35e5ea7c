package dev.fabrickit.conformance.report;

import dev.fabrickit.conformance.requirement.Requirement;
import dev.fabrickit.conformance.requirement.Scope;
import dev.fabrickit.conformance.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * All that a run leaves to be told.
 *
 * @param version of the suite
 * @param excluded the requirements that no example can show
 */
public record Report(
        String version,
        Run run,
        Scope scope,
        Verdict verdict,
        Collection<Requirement> excluded,
        Coverage coverage,
        Instant begun,
        Duration took) {

    /** The verdict in a word or two. */
    String headline() {
        return switch (verdict.exitCode()) {
            case 0 -> "conforms";
            case 1 -> "does not conform";
            default -> "could not be judged";
        };
    }
}

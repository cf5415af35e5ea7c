package dev.fabrickit.conformance.report;

import dev.fabrickit.conformance.requirement.Outcome;
import dev.fabrickit.conformance.requirement.Requirement;
import dev.fabrickit.conformance.run.Example;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a requirement.
 *
 * @param reason why it did not pass; empty when it did
 * @param examples those that ran
 */
public record Finding(Requirement requirement, Outcome outcome, String reason, List<Example> examples) {

    /** By its examples, of which the worst decides. */
    static Finding of(Requirement requirement, List<Example> examples) {
        Example worst =
                examples.stream().max(Comparator.comparing(Example::outcome)).orElseThrow();
        return new Finding(requirement, worst.outcome(), worst.reason(), List.copyOf(examples));
    }

    Duration took() {
        return examples.stream().map(Example::took).reduce(Duration.ZERO, Duration::plus);
    }

    /** One example for each way in which it was broken, the first one for its reason. */
    List<Example> unlike() {
        Map<String, Example> byLikeness = new LinkedHashMap<>();
        broken().stream()
                .sorted(Comparator.comparing(example -> !example.reason().equals(reason)))
                .forEach(example -> byLikeness.putIfAbsent(Likeness.of(example.reason()), example));
        return List.copyOf(byLikeness.values());
    }

    /** The examples that did not pass. */
    List<Example> broken() {
        return examples.stream()
                .filter(example -> example.outcome() != Outcome.PASSED)
                .toList();
    }
}

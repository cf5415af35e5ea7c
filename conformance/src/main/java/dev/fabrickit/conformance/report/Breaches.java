package dev.fabrickit.conformance.report;

import dev.fabrickit.conformance.requirement.Outcome;
import dev.fabrickit.conformance.requirement.Requirement;
import dev.fabrickit.conformance.run.Example;
import dev.fabrickit.conformance.wire.Exchange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Where answers broke the contract, in whichever example that was: most examples judge something else and go on. What reads
 * the same but for ids, numbers and names counts once.
 */
public final class Breaches implements Consumer<Example> {
    private final Map<String, Breach> byLikeness = new LinkedHashMap<>();

    @Override
    public synchronized void accept(Example example) {
        for (Exchange exchange : example.exchanges()) {
            for (String fault : exchange.faults()) {
                Breach breach = new Breach(fault, exchange, example.lean());
                byLikeness.putIfAbsent(Likeness.of(breach.toString()), breach);
            }
        }
    }

    synchronized List<Breach> all() {
        return List.copyOf(byLikeness.values());
    }

    /** A finding with what breaks its requirement and its own examples did not see: then it fails. */
    Finding with(Finding finding) {
        Requirement requirement = finding.requirement();
        List<Example> unseen = all().stream()
                .filter(breach -> breach.concerns(requirement))
                .filter(breach -> finding.broken().stream()
                        .noneMatch(example -> example.reason().contains(breach.toString())))
                .map(Breach::failing)
                .toList();
        if (unseen.isEmpty()) {
            return finding;
        }
        List<Example> examples = new ArrayList<>(finding.examples());
        examples.addAll(unseen);
        String reason = finding.outcome() == Outcome.FAILED
                ? finding.reason()
                : unseen.get(0).reason();
        return new Finding(requirement, Outcome.FAILED, reason, examples);
    }

    /** Each of them, in a line. */
    public List<String> lines() {
        return all().stream().map(Breach::toString).toList();
    }
}

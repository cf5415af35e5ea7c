package dev.fabrickit.conformance.scene;

import dev.fabrickit.conformance.run.Ledger;
import dev.fabrickit.conformance.wire.Answer;
import dev.fabrickit.conformance.wire.Call;
import java.util.ArrayList;
import java.util.List;

/**
 * The scenario's line to the service. An answer that breaks the contract is noted and goes on: one requirement for each tag
 * asks for what was noted, and all the others judge what they are about.
 */
public final class Line {
    private final Ledger ledger;
    private final List<String> breaches = new ArrayList<>();

    public Line(Ledger ledger) {
        this.ledger = ledger;
    }

    public Answer ask(Call call) {
        return noted(ledger.wire().ask(call));
    }

    /** Notes where an answer breaks the contract. */
    public Answer noted(Answer answer) {
        answer.faults()
                .forEach(fault -> breaches.add(answer.operation().id() + " (" + answer.status() + "): " + fault));
        return answer;
    }

    /** Where the answers of the scenario broke the contract. */
    public List<String> breaches() {
        return breaches.stream().distinct().toList();
    }
}

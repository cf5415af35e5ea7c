package dev.fabrickit.conformance.steps;

import dev.fabrickit.conformance.run.Evidence;
import dev.fabrickit.conformance.run.Ledger;
import dev.fabrickit.conformance.wire.Nonconformance;
import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import java.util.List;

/** Opens the evidence before a scenario; deletes what is left after it. */
public class Hooks {
    private final Evidence evidence;
    private final Ledger ledger;

    public Hooks(Evidence evidence, Ledger ledger) {
        this.evidence = evidence;
        this.ledger = ledger;
    }

    @Before
    public void open(Scenario scenario) {
        evidence.open(scenario);
    }

    @After
    public void close() {
        List<String> left = ledger.close();
        evidence.close();
        if (!left.isEmpty()) {
            throw new Nonconformance("left behind: " + String.join("; ", left));
        }
    }
}

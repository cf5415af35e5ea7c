package dev.fabrickit.conformance.steps;

import dev.fabrickit.conformance.requirement.Inconclusive;
import dev.fabrickit.conformance.run.Evidence;
import dev.fabrickit.conformance.run.Ledger;
import dev.fabrickit.conformance.run.Run;
import dev.fabrickit.conformance.wire.Nonconformance;
import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;

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
        if (evidence.isBroken()) {
            evidence.showExchanges();
        }
        Ledger.ClearUp done = ledger.close();
        if (done.deleted() > 0 && evidence.isTold()) {
            evidence.note("deleted " + done.deleted() + " resources");
        }
        if (!done.left().isEmpty()) {
            evidence.showExchanges();
        }
        evidence.close();
        if (!done.left().isEmpty()) {
            String left = "left behind: " + String.join("; ", done.left());
            if (Run.current().target().lapse().isPresent()) {
                throw Inconclusive.notTestable(left);
            }
            throw new Nonconformance(left);
        }
    }
}

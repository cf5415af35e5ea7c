package dev.fabrickit.conformance.steps;

import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.run.Ledger;
import io.cucumber.java.en.When;

public class ModelSteps {
    private final Ledger ledger;

    public ModelSteps(Ledger ledger) {
        this.ledger = ledger;
    }

    @When("I create a model")
    public void createModelDefinition(String body) {
        ledger.create(Kind.MODEL, "createModelDefinition", body, json -> {});
    }
}

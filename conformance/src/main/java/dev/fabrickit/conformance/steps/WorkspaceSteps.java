package dev.fabrickit.conformance.steps;

import dev.fabrickit.conformance.run.Ledger;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

public class WorkspaceSteps {
    private final Ledger ledger;

    public WorkspaceSteps(Ledger ledger) {
        this.ledger = ledger;
    }

    @When("I create a workspace")
    public void createWorkspace(String body) {
        ledger.createWorkspace(body);
    }

    @Then("everything I created can be deleted again")
    public void everythingMustBeDeletable() {
        ledger.deleteAll();
    }
}

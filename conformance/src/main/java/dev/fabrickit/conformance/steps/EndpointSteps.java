package dev.fabrickit.conformance.steps;

import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.run.Ledger;
import io.cucumber.java.en.When;

public class EndpointSteps {
    private final Ledger ledger;

    public EndpointSteps(Ledger ledger) {
        this.ledger = ledger;
    }

    @When("I create an endpoint in that workspace")
    public void createEndpoint(String body) {
        ledger.create(Kind.ENDPOINT, "createEndpoint", body, json -> {});
    }
}

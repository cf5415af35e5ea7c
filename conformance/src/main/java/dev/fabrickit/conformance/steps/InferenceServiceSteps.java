package dev.fabrickit.conformance.steps;

import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.run.Ledger;
import io.cucumber.java.en.When;

public class InferenceServiceSteps {
    private final Ledger ledger;

    public InferenceServiceSteps(Ledger ledger) {
        this.ledger = ledger;
    }

    @When("I create an inference service of that model on that endpoint")
    public void deployServiceInstance(String body) {
        ledger.create(Kind.SERVICE, "deployServiceInstance", body, json -> {
            json.withObject("/source").put("id", ledger.the(Kind.MODEL).id());
            json.put("endpoint_id", ledger.the(Kind.ENDPOINT).id());
        });
    }
}

package dev.fabrickit.conformance.steps;

import dev.fabrickit.conformance.judgement.Claim;
import dev.fabrickit.conformance.judgement.Readings;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.run.Ledger;
import dev.fabrickit.conformance.scene.Lookup;
import dev.fabrickit.conformance.scene.Rush;
import dev.fabrickit.conformance.scene.Versions;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

public class InferenceServiceSteps {
    private final Ledger ledger;
    private final Rush rush;
    private final Lookup lookup;
    private final Versions versions;
    private final Readings readings;

    public InferenceServiceSteps(Ledger ledger, Rush rush, Lookup lookup, Versions versions, Readings readings) {
        this.ledger = ledger;
        this.rush = rush;
        this.lookup = lookup;
        this.versions = versions;
        this.readings = readings;
    }

    @When("I create an inference service of that model on that endpoint")
    public void deployServiceInstance(String body) {
        ledger.awaitSettled(ledger.the(Kind.ENDPOINT));
        ledger.create(Kind.SERVICE, "deployServiceInstance", body, json -> {
            json.withObject("/source").put("id", ledger.the(Kind.MODEL).id());
            json.put("endpoint_id", ledger.the(Kind.ENDPOINT).id());
        });
    }

    @When("I try to create {int} inference services at the same moment")
    public void deployAtOnce(int number) {
        rush.create(number, Kind.SERVICE);
    }

    @Then("{int} of them are accepted")
    public void soManyMustBeAccepted(int number) {
        Claim.must(rush.accepted() == number, rush.accepted() + " were accepted, and not " + number);
    }

    @Then("there are {int} inference services")
    public void thereMustBeServices(int number) {
        int actual = lookup.all(Kind.SERVICE, ledger.the(Kind.WORKSPACE)).size();
        Claim.must(actual == number, "there are " + actual + " inference services, and not " + number);
    }

    @Then("it runs the current version of the model")
    public void serviceMustRunTheCurrentVersion() {
        readings.serviceMustRun(versions.current());
    }

    @Then("it runs the first version of the model")
    public void serviceMustRunTheFirstVersion() {
        readings.serviceMustRun(versions.first());
    }
}

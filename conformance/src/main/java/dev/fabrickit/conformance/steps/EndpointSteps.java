package dev.fabrickit.conformance.steps;

import dev.fabrickit.conformance.judgement.Addresses;
import dev.fabrickit.conformance.judgement.Progress;
import dev.fabrickit.conformance.judgement.Readings;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.run.Ledger;
import dev.fabrickit.conformance.scene.Attempts;
import dev.fabrickit.conformance.scene.Field;
import dev.fabrickit.conformance.scene.Stage;
import dev.fabrickit.conformance.scene.Value;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

public class EndpointSteps {
    private final Ledger ledger;
    private final Stage stage;
    private final Attempts attempts;
    private final Readings readings;
    private final Progress progress;
    private final Addresses addresses;

    public EndpointSteps(
            Ledger ledger, Stage stage, Attempts attempts, Readings readings, Progress progress, Addresses addresses) {
        this.ledger = ledger;
        this.stage = stage;
        this.attempts = attempts;
        this.readings = readings;
        this.progress = progress;
        this.addresses = addresses;
    }

    @When("I create an endpoint in that workspace")
    public void createEndpoint(String body) {
        ledger.create(Kind.ENDPOINT, "createEndpoint", body, json -> {});
    }

    @When("I look at the version before")
    public void showPreviousVersion() {
        attempts.ask(null, stage.the(Kind.ENDPOINT).call("showEndpoint").with("version", "PREVIOUS"));
    }

    @When("I look at the current version")
    public void showCurrentVersion() {
        attempts.ask(null, stage.the(Kind.ENDPOINT).call("showEndpoint").with("version", "CURRENT"));
    }

    @Then("it shows the {field} {value}")
    public void answerMustShow(Field field, Value value) {
        readings.answerMustShow(Kind.ENDPOINT, field, value);
    }

    @Then("the answer shows it as being created")
    public void endpointMustBeCreating() {
        progress.mustBeCreating();
    }

    @Then("the answer shows it as being changed")
    public void endpointMustBeUpdating() {
        progress.mustBeUpdating();
    }

    @Then("it shows itself as private")
    public void endpointMustBePrivate() {
        addresses.endpointMustBePrivate();
    }

    @Then("it has one address for invocations")
    public void endpointMustHaveOneAddress() {
        addresses.endpointMustHaveOne();
    }
}

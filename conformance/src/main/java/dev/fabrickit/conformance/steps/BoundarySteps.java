package dev.fabrickit.conformance.steps;

import dev.fabrickit.conformance.boundary.Trial;
import dev.fabrickit.conformance.judgement.Claim;
import dev.fabrickit.conformance.run.Evidence;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.scene.Reference;
import dev.fabrickit.conformance.scene.Stage;
import dev.fabrickit.conformance.scene.Versions;
import dev.fabrickit.conformance.wire.Call;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

public class BoundarySteps {
    private static final int FEWEST = 2;

    private final Stage stage;
    private final Versions versions;
    private final Trial trial;
    private final Evidence evidence;

    public BoundarySteps(Stage stage, Versions versions, Trial trial, Evidence evidence) {
        this.stage = stage;
        this.versions = versions;
        this.trial = trial;
        this.evidence = evidence;
    }

    @When("I try all limits of creating a/an {kind}")
    public void tryToCreate(Kind kind) {
        trial.create(kind);
    }

    @When("I try all limits of changing {resource}")
    public void tryToChange(Reference which) {
        trial.change(which.in(stage));
    }

    @When("I try all limits of a chat")
    public void tryToInvoke() {
        trial.invoke(stage.the(Kind.SERVICE));
    }

    @When("I try all limits of the tools of a chat")
    public void tryToInvokeWithTools() {
        trial.invokeWithTools(stage.the(Kind.SERVICE));
    }

    @When("I try all limits of listing {kind}s")
    public void tryToList(Kind kind) {
        trial.list(stage.listing(kind));
    }

    @When("I try all limits of listing the versions of a model")
    public void tryToListVersions() {
        trial.list(versions.listing());
    }

    @When("I try all limits of looking at an endpoint")
    public void tryToShow() {
        trial.list(stage.the(Kind.ENDPOINT).call("showEndpoint"));
    }

    @When("I try all limits of deleting the endpoint")
    public void tryToDelete() {
        trial.list(stage.the(Kind.ENDPOINT).call("deleteEndpoint"));
    }

    @When("I try all limits of listing base models")
    public void tryToListBaseModels() {
        trial.list(Call.of("listBaseModels"));
    }

    @When("I try all limits of listing specs")
    public void tryToListSpecs() {
        trial.list(Call.of("listSpecs"));
    }

    @Then("what lies inside is accepted and what lies outside is refused")
    public void limitsMustBeEnforced() {
        evidence.note(trial.tried() + " values were tried");
        Claim.must(trial.tried() >= FEWEST, "only " + trial.tried() + " values were tried");
        Claim.noFaults(trial.faults());
    }

    @Then("what was refused has changed nothing")
    public void refusalsMustChangeNothing() {
        Claim.noFaults(trial.changes());
    }
}

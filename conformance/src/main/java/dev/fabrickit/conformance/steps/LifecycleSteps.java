package dev.fabrickit.conformance.steps;

import dev.fabrickit.conformance.judgement.Lives;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.scene.Attempts;
import dev.fabrickit.conformance.scene.Reference;
import dev.fabrickit.conformance.scene.Stage;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;

public class LifecycleSteps {
    private final Stage stage;
    private final Attempts attempts;
    private final Lives lives;

    public LifecycleSteps(Stage stage, Attempts attempts, Lives lives) {
        this.stage = stage;
        this.attempts = attempts;
        this.lives = lives;
    }

    @Given("the deletion of {resource} has begun")
    public void beginDeletion(Reference which) {
        attempts.delete(which.in(stage)).mustBeAccepted();
    }

    @When("I delete {resource} twice")
    public void deleteTwice(Reference which) {
        attempts.delete(which.in(stage)).mustBeAccepted();
        attempts.deleteAgain(which.in(stage));
    }

    @Then("its status goes from creation to running")
    public void statusMustGoFromCreation() {
        lives.statusMustGo(List.of("PENDING", "CREATING", "RUNNING"));
    }

    @Then("its status goes from the change to running")
    public void statusMustGoFromTheChange() {
        lives.statusMustGo(List.of("UPDATING", "RUNNING"));
    }

    @Then("its status goes from deletion to nothing")
    public void statusMustGoToNothing() {
        lives.statusMustGo(List.of("DELETING", "DELETED", "nothing"));
    }

    @Then("both are answered alike, or the second finds nothing")
    public void secondMustBeLikeTheFirst() {
        lives.secondMustBeLikeTheFirst();
    }

    @Then("it is refused while {resource} is on its way out")
    public void mustBeRefusedWhileLeaving(Reference which) {
        lives.mustBeRefusedWhileLeaving(which.in(stage));
    }

    @Then("it is refused while {resource} is on its way in")
    public void mustBeRefusedWhileComing(Reference which) {
        lives.mustBeRefusedWhileComing(which.in(stage));
    }

    @Then("it is pending as long as its endpoint does not run")
    public void serviceMustWait() {
        lives.mustWaitFor(stage.the(Kind.ENDPOINT));
    }

    @Then("its times are those of its creation and stay")
    public void timesMustBeThoseOfCreation() {
        lives.timesMustBeThoseOfCreation();
    }

    @Then("its time of creation stays and its time of change moves on")
    public void timesMustTell() {
        lives.timesMustTell();
    }
}

package dev.fabrickit.conformance.steps;

import dev.fabrickit.conformance.judgement.Likeness;
import dev.fabrickit.conformance.judgement.Progress;
import dev.fabrickit.conformance.judgement.Readings;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.scene.Attempts;
import dev.fabrickit.conformance.scene.Field;
import dev.fabrickit.conformance.scene.Quality;
import dev.fabrickit.conformance.scene.Reference;
import dev.fabrickit.conformance.scene.Stage;
import dev.fabrickit.conformance.scene.Value;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;

public class ResourceSteps {
    private final Stage stage;
    private final Attempts attempts;
    private final Readings readings;
    private final Progress progress;
    private final Likeness likeness;

    public ResourceSteps(Stage stage, Attempts attempts, Readings readings, Progress progress, Likeness likeness) {
        this.stage = stage;
        this.attempts = attempts;
        this.readings = readings;
        this.progress = progress;
        this.likeness = likeness;
    }

    @Given("a/an/another {kind}")
    public void make(Kind kind) {
        stage.make(kind, List.of());
    }

    @Given("a/an/another {kind} {qualities}")
    public void make(Kind kind, List<Quality> qualities) {
        stage.make(kind, qualities);
    }

    @Given("a running {kind}")
    public void makeRunning(Kind kind) {
        stage.make(kind, List.of());
        stage.settle(kind);
    }

    @Given("a running {kind} {qualities}")
    public void makeRunning(Kind kind, List<Quality> qualities) {
        stage.make(kind, qualities);
        stage.settle(kind);
    }

    @Given("{resource} was changed {qualities}")
    public void hasBeenChanged(Reference which, List<Quality> qualities) {
        attempts.change(which.in(stage), qualities).mustBeAccepted();
        stage.settle(which.kind());
    }

    @Given("{resource} was deleted")
    public void hasBeenDeleted(Reference which) {
        attempts.delete(which.in(stage)).mustBeAccepted();
        readings.mustBeGone(which.in(stage));
    }

    @When("I create a plain {kind}")
    public void create(Kind kind) {
        attempts.create(kind, List.of()).mustBeAccepted();
    }

    @When("I create a/an/another {kind} {qualities}")
    public void create(Kind kind, List<Quality> qualities) {
        attempts.create(kind, qualities).mustBeAccepted();
    }

    @When("I try to create a/an/another {kind} {qualities}")
    public void tryToCreate(Kind kind, List<Quality> qualities) {
        attempts.create(kind, qualities);
    }

    @Given("a/an {kind} without units")
    public void makeWithoutUnits(Kind kind) {
        attempts.createWithoutUnits(kind).mustBeAccepted();
    }

    @When("I create a/an {kind} without units")
    public void createWithoutUnits(Kind kind) {
        attempts.createWithoutUnits(kind).mustBeAccepted();
    }

    @When("I try to create a/an {kind} without units")
    public void tryToCreateWithoutUnits(Kind kind) {
        attempts.createWithoutUnits(kind);
    }

    @When("I change {resource} {qualities}")
    public void change(Reference which, List<Quality> qualities) {
        attempts.change(which.in(stage), qualities).mustBeAccepted();
    }

    @When("I change nothing about {resource}")
    public void changeNothing(Reference which) {
        attempts.change(which.in(stage), List.of()).mustBeAccepted();
    }

    @When("I try to change {resource} {qualities}")
    public void tryToChange(Reference which, List<Quality> qualities) {
        attempts.change(which.in(stage), qualities);
    }

    @When("I delete {resource}")
    public void delete(Reference which) {
        attempts.delete(which.in(stage)).mustBeAccepted();
    }

    @When("I try to delete {resource}")
    public void tryToDelete(Reference which) {
        attempts.delete(which.in(stage));
    }

    @Then("{resource} has what I asked for")
    public void resourceMustHaveWhatWasAsked(Reference which) {
        readings.mustHaveWhatWasAsked(which.in(stage));
    }

    @Then("the answer has what I asked for")
    public void answerMustHaveWhatWasAsked() {
        readings.answerMustHaveWhatWasAsked(attempts.subject().kind());
    }

    @Then("{resource} and {resource} are two")
    public void mustBeTwo(Reference one, Reference other) {
        likeness.mustBeTwo(one.in(stage), other.in(stage));
    }

    @Then("{resource} is listed as it is shown alone")
    public void listedMustBeLikeShown(Reference which) {
        likeness.listedMustBeLikeShown(which.in(stage));
    }

    @Then("the {field} of {resource} is {value}")
    public void fieldMustBe(Field field, Reference which, Value value) {
        readings.mustBe(which.in(stage), field, value);
    }

    @Then("the answer bears its id")
    public void answerMustBearTheId() {
        progress.mustBearTheId();
    }

    @Then("{resource} is gone")
    public void resourceMustBeGone(Reference which) {
        readings.mustBeGone(which.in(stage));
    }

    @Then("{resource} is there")
    public void resourceMustBeThere(Reference which) {
        readings.mustBeThere(which.in(stage));
    }

    @Then("nothing has changed")
    public void nothingMustHaveChanged() {
        readings.nothingMustHaveChanged();
    }

    @Then("nothing else has changed")
    public void nothingElseMustHaveChanged() {
        readings.nothingElseMustHaveChanged();
    }
}

package dev.fabrickit.conformance.steps;

import dev.fabrickit.conformance.judgement.Claim;
import dev.fabrickit.conformance.judgement.Reason;
import dev.fabrickit.conformance.judgement.Refusal;
import dev.fabrickit.conformance.judgement.Tours;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.scene.Attempts;
import dev.fabrickit.conformance.scene.Bodies;
import dev.fabrickit.conformance.scene.Garbage;
import dev.fabrickit.conformance.scene.Line;
import dev.fabrickit.conformance.scene.Reference;
import dev.fabrickit.conformance.scene.Stage;
import dev.fabrickit.conformance.scene.Tour;
import dev.fabrickit.conformance.scene.Unknown;
import dev.fabrickit.conformance.wire.Call;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

public class ErrorSteps {
    private final Attempts attempts;
    private final Line line;
    private final Stage stage;
    private final Tour tour;
    private final Tours tours;

    public ErrorSteps(Attempts attempts, Line line, Stage stage, Tour tour, Tours tours) {
        this.attempts = attempts;
        this.line = line;
        this.stage = stage;
        this.tour = tour;
        this.tours = tours;
    }

    @When("I try every operation in a workspace that does not exist")
    public void tryInUnknownWorkspace() {
        String unknown = Unknown.like(stage.the(Kind.WORKSPACE).id());
        tour.inWorkspace(call -> call.in("workspace_id", unknown));
    }

    @When("I try every operation on a resource that does not exist")
    public void tryOnUnknownResource() {
        tour.onResources(Unknown::resource);
    }

    @When("I try every list in pages that are too great")
    public void tryListsInTooGreatPages() {
        tour.listing(call -> call.with("limit", "101").meantBad());
    }

    @When("I read everything")
    public void readEverything() {
        tour.reading(call -> call);
    }

    @When("I try every operation that takes a body with one that cannot be read")
    public void tryWithGarbage() {
        tour.withBody(Garbage.CUT.of(Bodies.nothing()));
    }

    @When("I try every operation on what {resource} holds through {resource}")
    public void tryThroughAnotherWorkspace(Reference holder, Reference other) {
        stage.the(Kind.SERVICE);
        tour.onResources(call -> call.in("workspace_id", other.in(stage).id()));
    }

    @When("I try to read what the contract does not know")
    public void tryUnknownPath() {
        attempts.ask(null, Call.of("listSpecs").beyond("/no-such-path"));
    }

    @When("I try to create a/an {kind} from {garbage}")
    public void tryToCreateFromGarbage(Kind kind, Garbage garbage) {
        attempts.createRaw(kind, garbage.of(stage.creation(kind)));
    }

    @When("I try to create a/an {kind} from more than 12 MB")
    public void tryToCreateFromTooMuch(Kind kind) {
        attempts.createRaw(kind, Unknown.padding(stage.creation(kind), 12 * 1024 * 1024 + 1));
    }

    @When("I create a/an {kind} with a field that nobody knows")
    public void createWithUnknownField(Kind kind) {
        attempts.createRaw(kind, Unknown.padding(stage.creation(kind), 10)).mustBeAccepted();
    }

    @Then("the service has not failed")
    public void serviceMustNotHaveFailed() {
        Claim.must(attempts.last().answer().status() < 500, "the service failed");
    }

    @Then("each is accepted")
    public void allMustBeAccepted() {
        tours.allMustBeAccepted();
    }

    @Then("each is refused {reason}")
    public void allMustBeRefused(Reason reason) {
        tours.allMustBeRefused(reason);
    }

    @Then("each says why by a code and in words")
    public void allMustExplainThemselves() {
        tours.allMustExplainThemselves();
    }

    @Then("none shows the inside of the service")
    public void noneMayShowTheInside() {
        tours.noneMayShowTheInside();
    }

    @Then("each bears a request id of its own")
    public void eachMustBearItsRequestId() {
        tours.eachMustBearItsRequestId();
    }

    @Then("nothing of all that has changed")
    public void nothingMustHaveChanged() {
        tours.nothingMustHaveChanged();
    }

    @Then("it is accepted")
    public void attemptMustBeAccepted() {
        attempts.last().answer().mustBeAccepted();
    }

    @Then("it is refused {reason}")
    public void attemptMustBeRefused(Reason reason) {
        Refusal.mustBe(attempts.last().answer(), reason);
    }

    @Then("every answer kept to the contract")
    public void answersMustKeepToTheContract() {
        Claim.noFaults(line.breaches());
    }
}

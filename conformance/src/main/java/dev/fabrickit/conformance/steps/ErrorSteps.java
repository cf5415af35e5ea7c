package dev.fabrickit.conformance.steps;

import dev.fabrickit.conformance.judgement.Claim;
import dev.fabrickit.conformance.judgement.Reason;
import dev.fabrickit.conformance.judgement.Refusal;
import dev.fabrickit.conformance.scene.Attempts;
import dev.fabrickit.conformance.scene.Line;
import io.cucumber.java.en.Then;

public class ErrorSteps {
    private final Attempts attempts;
    private final Line line;

    public ErrorSteps(Attempts attempts, Line line) {
        this.attempts = attempts;
        this.line = line;
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

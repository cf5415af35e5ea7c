package dev.fabrickit.conformance.steps;

import dev.fabrickit.conformance.judgement.Usages;
import io.cucumber.java.en.Then;

public class UsageSteps {
    private final Usages usages;

    public UsageSteps(Usages usages) {
        this.usages = usages;
    }

    @Then("it tells its usage")
    public void mustBeTold() {
        usages.mustBeTold();
    }

    @Then("its usage sums up")
    public void mustSumUp() {
        usages.mustSumUp();
    }

    @Then("it takes at most {int} tokens")
    public void mustTakeAtMost(int tokens) {
        usages.mustTakeAtMost(tokens);
    }

    @Then("it takes exactly {int} tokens")
    public void mustTake(int tokens) {
        usages.mustTake(tokens);
    }

    @Then("it counts more tokens of the conversation than the one before")
    public void mustReadMoreThanBefore() {
        usages.mustReadMoreThanBefore();
    }

    @Then("both have the same usage")
    public void mustBeTheSameTwice() {
        usages.mustBeTheSameTwice();
    }

    @Then("no chunk bears the usage")
    public void noChunkMayBearIt() {
        usages.noChunkMayBearIt();
    }

    @Then("its last chunk alone bears the usage")
    public void lastChunkMustBearIt() {
        usages.lastChunkMustBearIt();
    }
}

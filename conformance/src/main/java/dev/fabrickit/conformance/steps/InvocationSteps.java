package dev.fabrickit.conformance.steps;

import dev.fabrickit.conformance.run.Evidence;
import dev.fabrickit.conformance.run.Invocations;
import dev.fabrickit.conformance.run.StreamedAnswer;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

public class InvocationSteps {
    private final Invocations invocations;
    private final Evidence evidence;

    public InvocationSteps(Invocations invocations, Evidence evidence) {
        this.invocations = invocations;
        this.evidence = evidence;
    }

    @When("I send an inference request once the service is running")
    public void invokeModelService(String body) {
        invocations.stream(body);
    }

    @Then("the answer streams back")
    public void theAnswerMustStream() {
        StreamedAnswer answer = invocations.answer();
        answer.mustStream();
        evidence.note(answer.toString());
    }
}

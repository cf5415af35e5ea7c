package dev.fabrickit.conformance.steps;

import dev.fabrickit.conformance.judgement.Answers;
import dev.fabrickit.conformance.run.Evidence;
import dev.fabrickit.conformance.run.Invocations;
import dev.fabrickit.conformance.run.StreamedAnswer;
import dev.fabrickit.conformance.scene.Chat;
import dev.fabrickit.conformance.scene.Talk;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.UUID;

public class InvocationSteps {
    private final Invocations invocations;
    private final Evidence evidence;
    private final Talk talk;
    private final Answers answers;

    public InvocationSteps(Invocations invocations, Evidence evidence, Talk talk, Answers answers) {
        this.invocations = invocations;
        this.evidence = evidence;
        this.talk = talk;
        this.answers = answers;
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

    @When("I ask for a whole answer")
    public void askForAWholeAnswer() {
        talk.ask(Chat.whole("hello")).mustBeAccepted();
    }

    @When("I ask for a whole answer with {wish}")
    public void askForAWholeAnswer(String wish) {
        talk.ask(Chat.wholeWith(wish)).mustBeAccepted();
    }

    @When("I ask for a whole answer that names another inference service")
    public void askWithAnotherId() {
        talk.askUnder(UUID.randomUUID().toString(), Chat.whole("hello")).mustBeAccepted();
    }

    @When("I try to ask for an answer with {wish}")
    public void tryToAsk(String wish) {
        talk.ask(Chat.wholeWith(wish));
    }

    @Then("one turn of the assistant comes back")
    public void answerMustBeWhole() {
        answers.mustBeWhole();
    }

    @Then("{int} choices come back")
    public void answerMustHaveChoices(int number) {
        answers.mustHaveChoices(number);
    }

    @Then("the answer ends for the reason {string}")
    public void answerMustEndFor(String reason) {
        answers.mustEndFor(reason);
    }

    @Then("it takes at most {int} tokens")
    public void answerMustTakeAtMost(int tokens) {
        answers.mustTakeAtMost(tokens);
    }

    @Then("it does not say {string}")
    public void answerMustNotSay(String text) {
        answers.mustNotSay(text);
    }

    @Then("it calls that tool")
    public void answerMustCallTheTool() {
        answers.mustCall("get_weather");
    }

    @Then("it is an object")
    public void answerMustBeAnObject() {
        answers.mustBeAnObject();
    }

    @Then("its usage sums up")
    public void usageMustSumUp() {
        answers.usageMustSumUp();
    }
}

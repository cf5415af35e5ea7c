package dev.fabrickit.conformance.steps;

import dev.fabrickit.conformance.judgement.Answers;
import dev.fabrickit.conformance.run.Evidence;
import dev.fabrickit.conformance.run.Invocations;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.run.StreamedAnswer;
import dev.fabrickit.conformance.scene.Chat;
import dev.fabrickit.conformance.scene.Stage;
import dev.fabrickit.conformance.scene.Talk;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.UUID;

public class InvocationSteps {
    private final Invocations invocations;
    private final Evidence evidence;
    private final Stage stage;
    private final Talk talk;
    private final Answers answers;

    public InvocationSteps(Invocations invocations, Evidence evidence, Stage stage, Talk talk, Answers answers) {
        this.invocations = invocations;
        this.evidence = evidence;
        this.stage = stage;
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
        talk.ask(Chat.whole("hello"));
    }

    @When("I ask for a whole answer with {wish}")
    public void askForAWholeAnswer(String wish) {
        talk.ask(Chat.wholeWith(wish));
    }

    @Given("I have asked for a whole answer with {wish}")
    public void haveAskedForAWholeAnswer(String wish) {
        talk.ask(Chat.wholeWith(wish));
    }

    @When("I ask for a whole answer that names another inference service")
    public void askWithAnotherId() {
        talk.askUnder(UUID.randomUUID().toString(), Chat.whole("hello"));
    }

    @When("I try to ask for an answer with {wish}")
    public void tryToAsk(String wish) {
        talk.tryToAsk(Chat.wholeWith(wish));
    }

    @When("I try to listen to an answer with {wish}")
    public void tryToListen(String wish) {
        talk.tryToAsk(Chat.streamedWith(wish));
    }

    @Then("one turn of the assistant comes back")
    public void answerMustBeWhole() {
        answers.mustBeWhole();
    }

    @Then("it says something")
    public void answerMustSaySomething() {
        answers.mustSaySomething();
    }

    @Then("{int} choices come back")
    public void answerMustHaveChoices(int number) {
        answers.mustHaveChoices(number);
    }

    @Then("they are numbered from 0")
    public void choicesMustBeNumbered() {
        answers.choicesMustBeNumbered();
    }

    @Then("each of them ends for a known reason")
    public void choicesMustEndForAKnownReason() {
        answers.choicesMustEndForAKnownReason();
    }

    @Then("the answer ends for the reason {string}")
    public void answerMustEndFor(String reason) {
        answers.mustEndFor(reason);
    }

    @Then("it does not say {string}")
    public void answerMustNotSay(String text) {
        answers.mustNotSay(text);
    }

    @Then("it says what the one before says up to {string}")
    public void answerMustBeTheOneBeforeUpTo(String text) {
        answers.mustBeTheOneBeforeUpTo(text);
    }

    @Then("both say the same")
    public void bothMustSayTheSame() {
        answers.mustSayTheSameTwice();
    }

    @Then("both say something else")
    public void bothMustDiffer() {
        answers.mustDiffer();
    }

    @Then("each says what it said alone")
    public void eachMustSayWhatItSaidAlone() {
        answers.mustSayTheSameAgain();
    }

    @Then("each answer has an id of its own")
    public void idsMustDiffer() {
        answers.idsMustDiffer();
    }

    @Then("it bears the time of its beginning")
    public void answerMustBearItsTime() {
        answers.mustBearItsTime();
    }

    @Then("it names the model of the inference service")
    public void answerMustNameTheModel() {
        answers.mustNameTheModel(stage.the(Kind.MODEL).id());
    }

    @Then("it calls that tool")
    public void answerMustCallTheTool() {
        answers.mustCall(Chat.FIRST_TOOL);
    }

    @Then("it calls the second tool")
    public void answerMustCallTheSecondTool() {
        answers.mustCall(Chat.SECOND_TOOL);
    }

    @Then("it calls no tool")
    public void answerMustCallNothing() {
        answers.mustCallNothing();
    }

    @Then("it calls with what the tool must be told")
    public void argumentsMustFit() {
        answers.argumentsMustFit();
    }

    @Then("it is an object")
    public void answerMustBeAnObject() {
        answers.mustBeAnObject();
    }
}

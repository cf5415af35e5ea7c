package dev.fabrickit.conformance.steps;

import dev.fabrickit.conformance.judgement.Answers;
import dev.fabrickit.conformance.judgement.Streams;
import dev.fabrickit.conformance.scene.Chat;
import dev.fabrickit.conformance.scene.Talk;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

public class StreamSteps {
    private final Talk talk;
    private final Streams streams;
    private final Answers answers;

    public StreamSteps(Talk talk, Streams streams, Answers answers) {
        this.talk = talk;
        this.streams = streams;
        this.answers = answers;
    }

    @When("I listen to an answer")
    public void listen() {
        talk.listen(Chat.streamed("hello"));
    }

    @When("I listen to an answer with {wish}")
    public void listen(String wish) {
        talk.listen(Chat.streamedWith(wish));
    }

    @Given("I have listened to an answer with {wish}")
    public void haveListened(String wish) {
        talk.listen(Chat.streamedWith(wish));
    }

    @Given("I have left an answer after {int} event")
    public void haveLeft(int events) {
        talk.leaveAfter(events, Chat.streamed("hello"));
    }

    @Then("the stream keeps to the contract")
    public void streamMustKeepToTheContract() {
        streams.streamMustKeepToTheContract();
    }

    @Then("it comes to its end")
    public void streamMustEnd() {
        streams.streamMustEnd();
    }

    @Then("all its chunks share their id, their time and their model")
    public void chunksMustShare() {
        streams.chunksMustShare("id", "created", "model");
    }

    @Then("each choice begins with the role of the assistant")
    public void choicesMustBeginWithTheRole() {
        streams.choicesMustBeginWithTheRole();
    }

    @Then("its choices are numbered from 0 to {int}")
    public void mustHaveChoices(int last) {
        streams.mustHaveChoices(last + 1);
    }

    @Then("each choice ends once and for a known reason")
    public void choicesMustEndOnce() {
        streams.choicesMustEndOnce();
    }

    @Then("the stream ends for the reason {string}")
    public void streamMustEndFor(String reason) {
        streams.mustEndFor(reason);
    }

    @Then("no choice goes on after its end")
    public void nothingMayFollowTheEndOfAChoice() {
        streams.nothingMayFollowTheEndOfAChoice();
    }

    @Then("it ends with its mark, once")
    public void mustEndWithItsMark() {
        streams.mustEndWithItsMark();
    }

    @Then("nothing follows the mark of its end")
    public void nothingMayFollowTheMark() {
        streams.nothingMayFollowTheMark();
    }

    @Then("it arrives piece by piece")
    public void mustArrivePieceByPiece() {
        streams.mustArrivePieceByPiece();
    }

    @Then("its last chunk alone bears the usage, which sums up")
    public void lastChunkMustBearTheUsage() {
        answers.lastChunkMustBearTheUsage();
    }

    @Then("both say the same")
    public void bothMustSayTheSame() {
        streams.bothMustSayTheSame();
    }

    @Then("the pieces of the stream join to the whole")
    public void streamMustJoinToTheWhole() {
        answers.streamMustJoinToTheWhole();
    }
}

package dev.fabrickit.conformance.steps;

import dev.fabrickit.conformance.judgement.Arrivals;
import dev.fabrickit.conformance.judgement.Streams;
import dev.fabrickit.conformance.scene.Chat;
import dev.fabrickit.conformance.scene.Talk;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

public class StreamSteps {
    private static final String PACED = "at most 40 tokens";

    private final Talk talk;
    private final Streams streams;

    public StreamSteps(Talk talk, Streams streams) {
        this.talk = talk;
        this.streams = streams;
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

    @Given("I have listened to {int} answers one after the other")
    public void haveListenedToSeveral(int number) {
        Chat.several(number).forEach(talk::listen);
    }

    @When("I listen to {int} answers at the same moment")
    public void listenToSeveral(int number) {
        talk.listenAtOnce(Chat.several(number));
    }

    @Given("I have left {int} long answers after their first event")
    public void haveLeft(int number) {
        for (int each = 0; each < number; each++) {
            talk.leave(Chat.lengthy());
        }
    }

    @When("I listen up to {int} times until an answer arrives piece by piece")
    public void listenUntilSpread(int times) {
        talk.listenUntil(Arrivals::areSpread, times, Chat.streamedWith(PACED));
    }

    @When("I listen up to {int} times until each piece of an answer has a moment of its own")
    public void listenUntilApart(int times) {
        talk.listenUntil(Arrivals::areApart, times, Chat.streamedWith(PACED));
    }

    @Then("it arrives piece by piece")
    public void mustArrivePieceByPiece() {
        Arrivals.mustBeSpread(talk.last());
    }

    @Then("its pieces arrive apart")
    public void mustArriveApart() {
        Arrivals.mustBeApart(talk.last());
    }

    @Then("the stream keeps to the contract")
    public void streamMustKeepToTheContract() {
        streams.streamMustKeepToTheContract();
    }

    @Then("it is made of comments and of events of one line of data each")
    public void streamMustBePlain() {
        streams.streamMustBePlain();
    }

    @Then("it can be read as UTF-8")
    public void streamMustBeDecodable() {
        streams.streamMustBeDecodable();
    }

    @Then("it comes to its end")
    public void streamMustEnd() {
        streams.streamMustEnd();
    }

    @Then("it begins as soon as the first one did")
    public void leavingMustCostNothing() {
        streams.leavingMustCostNothing();
    }

    @Then("all its chunks share their id, their time and their model")
    public void chunksMustShare() {
        streams.chunksMustShare("id", "created", "model");
    }

    @Then("each choice begins with the role of the assistant")
    public void choicesMustBeginWithTheRole() {
        streams.choicesMustBeginWithTheRole();
    }

    @Then("nobody but the assistant speaks")
    public void nobodyElseMaySpeak() {
        streams.nobodyElseMaySpeak();
    }

    @Then("no choice tells its role again")
    public void roleMustComeOnce() {
        streams.roleMustComeOnce();
    }

    @Then("it has {int} choices")
    public void mustHaveChoices(int number) {
        streams.mustHaveChoices(number);
    }

    @Then("its choices are numbered from 0")
    public void choicesMustBeNumbered() {
        streams.choicesMustBeNumbered();
    }

    @Then("each choice ends once and for a known reason")
    public void choicesMustEndOnce() {
        streams.choicesMustEndOnce();
    }

    @Then("no choice goes on after its end")
    public void nothingMayFollowTheEndOfAChoice() {
        streams.nothingMayFollowTheEndOfAChoice();
    }

    @Then("no piece repeats what was said before")
    public void piecesMustNotAddUp() {
        streams.piecesMustNotAddUp();
    }

    @Then("it comes in at most {int} pieces")
    public void mustComeInAtMost(int pieces) {
        streams.mustComeInAtMost(pieces);
    }

    @Then("each chunk without choices bears the usage")
    public void chunksWithoutChoicesMustBearTheUsage() {
        streams.chunksWithoutChoicesMustBearTheUsage();
    }

    @Then("it ends with its mark, once")
    public void mustEndWithItsMark() {
        streams.mustEndWithItsMark();
    }

    @Then("nothing follows the mark of its end")
    public void nothingMayFollowTheMark() {
        streams.nothingMayFollowTheMark();
    }
}

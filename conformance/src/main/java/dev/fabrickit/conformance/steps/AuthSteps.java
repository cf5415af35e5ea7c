package dev.fabrickit.conformance.steps;

import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.scene.Attempts;
import dev.fabrickit.conformance.scene.Listings;
import dev.fabrickit.conformance.scene.Tour;
import dev.fabrickit.conformance.wire.Call;
import dev.fabrickit.conformance.wire.Caller;
import io.cucumber.java.en.When;

public class AuthSteps {
    private final Tour tour;
    private final Attempts attempts;
    private final Listings listings;

    public AuthSteps(Tour tour, Attempts attempts, Listings listings) {
        this.tour = tour;
        this.attempts = attempts;
        this.listings = listings;
    }

    @When("I try every operation without credentials")
    public void tryWithoutCredentials() {
        tour.everywhere(call -> call.by(Caller.NOBODY));
    }

    @When("I try every operation with a wrong token")
    public void tryWithWrongToken() {
        tour.everywhere(call -> call.by(Caller.WRONG_TOKEN));
    }

    @When("I try every operation with a bad signature")
    public void tryWithBadSignature() {
        tour.everywhere(call -> call.by(Caller.BAD_SIGNATURE));
    }

    @When("I try to create a/an {kind} with {caller}")
    public void tryToCreate(Kind kind, Caller caller) {
        attempts.create(kind, caller);
    }

    @When("I read everything with my token")
    public void readWithToken() {
        tour.reading(call -> call.by(Caller.OWN_TOKEN));
    }

    @When("I read everything with my signature")
    public void readWithSignature() {
        tour.reading(call -> call.by(Caller.OWN_SIGNATURE));
    }

    @When("I try to list workspaces with {caller}")
    public void tryToList(Caller caller) {
        attempts.ask(null, Call.of("listWorkspaces").by(caller));
    }

    @When("I try to list workspaces with my token and a wrong signature")
    public void tryToListWithWrongSignature() {
        attempts.ask(
                null,
                Call.of("listWorkspaces")
                        .by(Caller.OWN_TOKEN)
                        .header("Authorization", "SDK-HMAC-SHA256 Access=NOBODY, SignedHeaders=host, Signature=00"));
    }

    @When("I try to list workspaces with my signature and a wrong token")
    public void tryToListWithWrongToken() {
        attempts.ask(null, Call.of("listWorkspaces").by(Caller.OWN_SIGNATURE).header("X-Auth-Token", "no-such-token"));
    }

    @When("a stranger tries every operation on what is mine")
    public void strangerTries() {
        tour.inWorkspace(call -> call.by(Caller.OTHER));
    }

    @When("a stranger lists workspaces")
    public void strangerLists() {
        listings.read(Call.of("listWorkspaces").with("limit", "100").by(Caller.OTHER), Kind.WORKSPACE.listing());
    }
}

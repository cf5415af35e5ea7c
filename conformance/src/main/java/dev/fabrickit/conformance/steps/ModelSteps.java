package dev.fabrickit.conformance.steps;

import dev.fabrickit.conformance.judgement.Claim;
import dev.fabrickit.conformance.judgement.Likeness;
import dev.fabrickit.conformance.judgement.Progress;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.run.Ledger;
import dev.fabrickit.conformance.scene.Attempts;
import dev.fabrickit.conformance.scene.Listings;
import dev.fabrickit.conformance.scene.Versions;
import dev.fabrickit.conformance.wire.Call;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

public class ModelSteps {
    private final Ledger ledger;
    private final Attempts attempts;
    private final Versions versions;
    private final Listings listings;
    private final Progress progress;
    private final Likeness likeness;

    public ModelSteps(
            Ledger ledger,
            Attempts attempts,
            Versions versions,
            Listings listings,
            Progress progress,
            Likeness likeness) {
        this.ledger = ledger;
        this.attempts = attempts;
        this.versions = versions;
        this.listings = listings;
        this.progress = progress;
        this.likeness = likeness;
    }

    @When("I create a model")
    public void createModelDefinition(String body) {
        ledger.create(Kind.MODEL, "createModelDefinition", body, json -> {});
    }

    @Given("the first version of the first model was deleted")
    public void firstVersionWasDeleted() {
        attempts.ask(null, versions.deletion(versions.first())).mustBeAccepted();
    }

    @When("I delete the first version of the model")
    public void deleteFirstVersion() {
        attempts.ask(null, versions.deletion(versions.first())).mustBeAccepted();
    }

    @When("I try to delete the first version of the model")
    public void tryToDeleteFirstVersion() {
        attempts.ask(null, versions.deletion(versions.first()));
    }

    @When("I try to delete the current version of the model")
    public void tryToDeleteCurrentVersion() {
        attempts.ask(null, versions.deletion(versions.current()));
    }

    @When("I try to delete the first version of the first model through the second model")
    public void tryToDeleteThroughAnother() {
        Call deletion = versions.deletion(versions.first());
        attempts.ask(null, deletion.in("model_id", ledger.the(Kind.MODEL).id()));
    }

    @When("I list at most {int} versions of the model after the first {int}")
    public void listPage(int limit, int offset) {
        Call page = versions.listing().with("limit", String.valueOf(limit)).with("offset", String.valueOf(offset));
        listings.read(page, Versions.LISTING);
    }

    @Then("the answer bears the id of its version")
    public void answerMustBearTheVersion() {
        progress.mustBearTheVersion(versions.current());
    }

    @Then("its current version is listed as the model shows it")
    public void listedVersionMustBeLikeShown() {
        likeness.listedVersionMustBeLikeShown(ledger.the(Kind.MODEL));
    }

    @Then("the model has {int} version(s)")
    public void modelMustHaveVersions(int number) {
        int actual = versions.ids().size();
        Claim.must(actual == number, "the model has " + actual + " versions, and not " + number);
    }

    @When("I list the versions by the id of the first one")
    public void listVersionsById() {
        listings.read(versions.listing().with(Versions.LISTING.id(), versions.first()), Versions.LISTING);
    }

    @When("I list the versions by {string} in their names")
    public void listVersionsByName(String part) {
        listings.read(versions.listing().with("name", part), Versions.LISTING);
    }

    @When("I list the versions in pages of {int}")
    public void listVersionsInPages(int limit) {
        listings.pages(versions.listing(), Versions.LISTING, limit);
    }

    @Then("the first version is listed")
    public void firstVersionMustBeListed() {
        String first = versions.first();
        Claim.must(listings.ids().contains(first), "the version " + first + " is not listed, but " + listings.ids());
    }
}

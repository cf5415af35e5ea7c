package dev.fabrickit.conformance.steps;

import dev.fabrickit.conformance.judgement.Claim;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.run.Ledger;
import dev.fabrickit.conformance.scene.Attempts;
import dev.fabrickit.conformance.scene.Listings;
import dev.fabrickit.conformance.scene.Versions;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

public class ModelSteps {
    private final Ledger ledger;
    private final Attempts attempts;
    private final Versions versions;
    private final Listings listings;

    public ModelSteps(Ledger ledger, Attempts attempts, Versions versions, Listings listings) {
        this.ledger = ledger;
        this.attempts = attempts;
        this.versions = versions;
        this.listings = listings;
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

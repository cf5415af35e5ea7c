package dev.fabrickit.conformance.steps;

import dev.fabrickit.conformance.judgement.Catalogue;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.scene.Listings;
import dev.fabrickit.conformance.wire.Call;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

public class CatalogueSteps {
    private static final Kind.Listing SPECS = new Kind.Listing("listSpecs", "spec_codes", "spec_code");
    private static final Kind.Listing BASE_MODELS = new Kind.Listing("listBaseModels", "models", "");

    private final Listings listings;
    private final Catalogue catalogue;

    public CatalogueSteps(Listings listings, Catalogue catalogue) {
        this.listings = listings;
        this.catalogue = catalogue;
    }

    @When("I list the specs")
    public void listSpecs() {
        listings.read(Call.of("listSpecs").with("limit", "100"), SPECS);
    }

    @When("I list the spec that endpoints are created with")
    public void listSpec() {
        listings.read(Call.of("listSpecs").with("spec_code", catalogue.spec()), SPECS);
    }

    @When("I list the specs of model units")
    public void listModelUnits() {
        listings.read(Call.of("listSpecs").with("spec_types", "MU"), SPECS);
    }

    @When("I list the specs of other units")
    public void listOtherUnits() {
        listings.read(Call.of("listSpecs").with("spec_types", "DPU"), SPECS);
    }

    @When("I list the base models")
    public void listBaseModels() {
        listings.read(Call.of("listBaseModels"), BASE_MODELS);
    }

    @Then("the spec that endpoints are created with is among them")
    public void specMustBeListed() {
        catalogue.specMustBeListed();
    }

    @Then("the spec that endpoints are created with is the only one")
    public void specMustBeListedAlone() {
        catalogue.specMustBeListedAlone();
    }

    @Then("the spec that endpoints are created with is not among them")
    public void specMustNotBeListed() {
        catalogue.specMustNotBeListed();
    }

    @Then("there is at least one")
    public void thereMustBeOne() {
        catalogue.thereMustBeOne();
    }
}

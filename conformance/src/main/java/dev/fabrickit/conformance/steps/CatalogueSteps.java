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
    private Runnable whole = () -> {};

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

    @When("I list at most 1 of the specs")
    public void listOneSpec() {
        listings.read(Call.of("listSpecs").with("limit", "1"), SPECS);
        whole = () -> catalogue.pageMustCountAll(Call.of("listSpecs"), SPECS);
    }

    @When("I list at most 1 of the base models")
    public void listOneBaseModel() {
        listings.read(Call.of("listBaseModels").with("limit", "1"), BASE_MODELS);
        whole = () -> catalogue.pageMustCountAll(Call.of("listBaseModels"), BASE_MODELS);
    }

    @When("I list the spec of a code that nothing has")
    public void listUnknownSpec() {
        listings.read(Call.of("listSpecs").with("spec_code", "mu.no-such-spec"), SPECS);
    }

    @Then("at most one is listed and all are counted")
    public void pageMustCountAll() {
        whole.run();
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

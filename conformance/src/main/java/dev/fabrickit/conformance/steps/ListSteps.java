package dev.fabrickit.conformance.steps;

import dev.fabrickit.conformance.judgement.Lists;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.scene.Filter;
import dev.fabrickit.conformance.scene.Listings;
import dev.fabrickit.conformance.scene.Reference;
import dev.fabrickit.conformance.scene.Stage;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

public class ListSteps {
    private final Stage stage;
    private final Listings listings;
    private final Lists lists;

    public ListSteps(Stage stage, Listings listings, Lists lists) {
        this.stage = stage;
        this.listings = listings;
        this.lists = lists;
    }

    @Given("{int} {kind}s")
    public void makeMany(int number, Kind kind) {
        stage.makeMany(number, kind);
    }

    @When("I list the {kind}s")
    public void list(Kind kind) {
        listings.list(kind);
    }

    @When("I list at most {int} {kind}s after the first {int}")
    public void listPage(int limit, Kind kind, int offset) {
        listings.page(kind, limit, offset);
    }

    @When("I list the {kind}s in pages of {int}")
    public void listPages(Kind kind, int limit) {
        listings.pages(kind, limit);
    }

    @When("I list the {kind}s that have {filter} in common with {resource}")
    public void listFiltered(Kind kind, Filter filter, Reference like) {
        listings.filtered(kind, filter, like.in(stage));
    }

    @When("I list at most {int} {kind}s that have {filter} in common with {resource}")
    public void listFilteredPage(int limit, Kind kind, Filter filter, Reference like) {
        listings.filtered(kind, filter, like.in(stage), limit);
    }

    @When("I list the {kind}s that have the id of {resource} and the name of {resource}")
    public void listFilteredTwice(Kind kind, Reference byId, Reference byName) {
        listings.filtered(kind, byId.in(stage), byName.in(stage));
    }

    @When("I list the {kind}s with an id that nothing has")
    public void listNothing(Kind kind) {
        listings.filteredToNothing(kind);
    }

    @When("I list the endpoints that serve {resource}")
    public void listServing(Reference model) {
        listings.serving(model.in(stage));
    }

    @When("I list the {kind}s that are public")
    public void listPublic(Kind kind) {
        listings.visible(kind, "PUBLIC");
    }

    @When("I list the {kind}s that are private")
    public void listPrivate(Kind kind) {
        listings.visible(kind, "PRIVATE");
    }

    @When("I list the {kind}s by name, ascending")
    public void listByName(Kind kind) {
        listings.sorted(kind, "NAME", "ASC");
    }

    @When("I list the {kind}s by name, descending")
    public void listByNameDescending(Kind kind) {
        listings.sorted(kind, "NAME", "DESC");
    }

    @When("I list the {kind}s by time of creation, ascending")
    public void listByTime(Kind kind) {
        listings.sorted(kind, "CREATE_TIME", "ASC");
    }

    @When("I list the {kind}s by time of change, descending")
    public void listByTimeOfChange(Kind kind) {
        listings.sorted(kind, "UPDATE_TIME", "DESC");
    }

    @Then("{int} of {int} are listed")
    public void pageMustHold(int number, int total) {
        lists.mustHold(number, total);
    }

    @Then("{int} are listed, each once")
    public void pagesMustHoldEachOnce(int number) {
        lists.mustHoldEachOnce(number);
    }

    @Then("{resource} is listed")
    public void mustBeListed(Reference which) {
        lists.mustHold(which.in(stage));
    }

    @Then("{resource} is not listed")
    public void mustNotBeListed(Reference which) {
        lists.mustNotHold(which.in(stage));
    }

    @Then("{resource} is listed before {resource}")
    public void mustBeListedBefore(Reference earlier, Reference later) {
        lists.mustHoldBefore(earlier.in(stage), later.in(stage));
    }

    @Then("the names ascend")
    public void namesMustAscend() {
        lists.mustBeInOrderOf("name", true);
    }

    @Then("the names descend")
    public void namesMustDescend() {
        lists.mustBeInOrderOf("name", false);
    }
}

package dev.fabrickit.conformance.scene;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.conformance.requirement.Inconclusive;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.run.Resource;
import dev.fabrickit.conformance.wire.Answer;
import dev.fabrickit.conformance.wire.Call;
import dev.fabrickit.conformance.wire.Nonconformance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads back what the service holds. */
public final class Lookup {
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 20;

    private final Line line;

    public Lookup(Line line) {
        this.line = line;
    }

    /** A resource as the service shows it now; empty when it is gone. */
    public Optional<JsonNode> find(Resource resource) {
        Kind kind = resource.kind();
        return kind.show().map(show -> shown(line.ask(resource.call(show)))).orElseGet(() -> listed(resource));
    }

    private static Optional<JsonNode> shown(Answer answer) {
        return answer.isMissing()
                ? Optional.empty()
                : Optional.of(answer.mustBeAccepted().body());
    }

    /** A resource as its list shows it; empty when the list does not hold it. */
    public Optional<JsonNode> listed(Resource resource) {
        Kind.Listing listing = resource.kind().listing();
        Answer page = line.ask(listing(resource).with(listing.id(), resource.id()));
        return page.isMissing()
                ? Optional.empty()
                : items(page.mustBeAccepted(), listing)
                        .filter(item -> item.path("id").asText().equals(resource.id()))
                        .findFirst();
    }

    private static Call listing(Resource resource) {
        String operation = resource.kind().listing().operation();
        return resource.kind() == Kind.WORKSPACE ? Call.of(operation) : resource.inWorkspace(operation);
    }

    /** A resource as the service shows it now. */
    public JsonNode show(Resource resource) {
        return find(resource).orElseThrow(() -> new Nonconformance("the " + resource + " is not to be found"));
    }

    /** Everything of a kind in a workspace, page by page. */
    public List<JsonNode> all(Kind kind, Resource workspace) {
        return pages(workspace.inWorkspace(kind.listing().operation()), kind.listing());
    }

    /** All workspaces of the caller, page by page. */
    public List<JsonNode> workspaces() {
        Kind.Listing listing = Kind.WORKSPACE.listing();
        return pages(Call.of(listing.operation()), listing);
    }

    /** A base model that models can start from. */
    String baseModel() {
        return pages(Call.of("listBaseModels"), new Kind.Listing("listBaseModels", "models", "")).stream()
                .map(model -> model.path("base_model_type").asText())
                .findFirst()
                .orElseThrow(() -> Inconclusive.notTestable("the service offers no base models"));
    }

    /** All items of a list, page by page. */
    public List<JsonNode> pages(Call list, Kind.Listing listing) {
        List<JsonNode> all = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            Call call = list.with("limit", String.valueOf(PAGE)).with("offset", String.valueOf(page * PAGE));
            List<JsonNode> items =
                    items(line.ask(call).mustBeAccepted(), listing).toList();
            all.addAll(items);
            if (items.size() < PAGE) {
                break;
            }
        }
        return all;
    }

    private static Stream<JsonNode> items(Answer page, Kind.Listing listing) {
        return StreamSupport.stream(page.body().path(listing.items()).spliterator(), false);
    }
}

package dev.fabrickit.conformance.scene;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.run.Resource;
import dev.fabrickit.conformance.wire.Answer;
import dev.fabrickit.conformance.wire.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the scenario listed. */
public final class Listings {
    private static final int MOST_PAGES = 50;

    private final Stage stage;
    private final Line line;
    private List<String> ids = List.of();
    private List<JsonNode> items = List.of();
    private int total;

    public Listings(Stage stage, Line line) {
        this.stage = stage;
        this.line = line;
    }

    /** Lists a kind in the workspace, as the service does it by itself. */
    public void list(Kind kind) {
        read(call(kind), kind);
    }

    /** Lists one page. */
    public void page(Kind kind, int limit, int offset) {
        read(page(call(kind), limit, offset), kind);
    }

    private static Call page(Call call, int limit, int offset) {
        return call.with("limit", String.valueOf(limit)).with("offset", String.valueOf(offset));
    }

    /** Lists page after page. */
    public void pages(Kind kind, int limit) {
        pages(call(kind), kind.listing(), limit);
    }

    /** Lists something else, page after page. */
    public void pages(Call call, Kind.Listing listing, int limit) {
        List<JsonNode> all = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            read(page(call, limit, page * limit), listing);
            all.addAll(items);
            if (items.size() < limit) {
                break;
            }
        }
        take(all);
    }

    /** Lists what a filter keeps. */
    public void filtered(Kind kind, Filter filter, Resource by) {
        read(call(kind).with(filter.parameterFor(kind), filter.valueOf(by, stage)), kind);
    }

    /** Lists one page of what a filter keeps. */
    public void filtered(Kind kind, Filter filter, Resource by, int limit) {
        Call call = call(kind).with("limit", String.valueOf(limit));
        read(call.with(filter.parameterFor(kind), filter.valueOf(by, stage)), kind);
    }

    /** Lists what has the id of one and the name of another. */
    public void filtered(Kind kind, Resource byId, Resource byName) {
        String name = Field.NAME.in(kind, stage.lookup().show(byName)).asText();
        read(call(kind).with(kind.listing().id(), byId.id()).with("name", name), kind);
    }

    /** Lists what has an id that nothing has. */
    public void filteredToNothing(Kind kind) {
        read(call(kind).with(kind.listing().id(), Unknown.like(stage.the(kind).id())), kind);
    }

    /** Lists the endpoints that serve a model. */
    public void serving(Resource model) {
        read(call(Kind.ENDPOINT).with("model_id", model.id()), Kind.ENDPOINT);
    }

    /** Lists what is public. */
    public void visible(Kind kind, String visibility) {
        read(call(kind).with("visibility", visibility), kind);
    }

    /** Lists in an order. */
    public void sorted(Kind kind, String by, String order) {
        read(call(kind).with("sort_by", by).with("order_by", order), kind);
    }

    /** Lists something else. */
    public void read(Call call, Kind.Listing listing) {
        Answer page = line.ask(call).mustBeAccepted();
        take(StreamSupport.stream(page.body().path(listing.items()).spliterator(), false)
                .toList());
        total = page.body().path("total").asInt(-1);
    }

    private void take(List<JsonNode> listed) {
        items = List.copyOf(listed);
        ids = items.stream().map(item -> item.path("id").asText()).toList();
    }

    private void read(Call call, Kind kind) {
        read(call, kind.listing());
    }

    private Call call(Kind kind) {
        String operation = kind.listing().operation();
        return kind == Kind.WORKSPACE
                ? Call.of(operation)
                : stage.the(Kind.WORKSPACE).inWorkspace(operation);
    }

    /** The ids listed, in their order. */
    public List<String> ids() {
        return ids;
    }

    /** What was listed, in its order. */
    public List<JsonNode> items() {
        return items;
    }

    /** How many there are in all, as the service says; -1 when it does not. */
    public int total() {
        return total;
    }
}

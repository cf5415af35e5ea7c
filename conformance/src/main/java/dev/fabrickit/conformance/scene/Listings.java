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
        List<String> all = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            read(page(call, limit, page * limit), listing);
            all.addAll(ids);
            if (ids.size() < limit) {
                break;
            }
        }
        ids = List.copyOf(all);
    }

    /** Lists what a filter keeps. */
    public void filtered(Kind kind, Filter filter, Resource by) {
        read(call(kind).with(filter.parameterFor(kind), filter.valueOf(by, stage)), kind);
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
        items = StreamSupport.stream(page.body().path(listing.items()).spliterator(), false)
                .toList();
        ids = items.stream().map(item -> item.path("id").asText()).toList();
        total = page.body().path("total").asInt(-1);
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

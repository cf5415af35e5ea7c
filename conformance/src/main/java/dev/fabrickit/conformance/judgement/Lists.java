package dev.fabrickit.conformance.judgement;

import static dev.fabrickit.conformance.judgement.Claim.must;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.conformance.run.Resource;
import dev.fabrickit.conformance.scene.Listings;
import java.util.Comparator;
import java.util.List;

/** Judges what was listed. */
public final class Lists {
    private final Listings listings;

    public Lists(Listings listings) {
        this.listings = listings;
    }

    /** So many must be listed, of so many that are counted. */
    public void mustHold(int number, int total) {
        int listed = listings.ids().size();
        must(listed == number, listed + " are listed, and not " + number);
        must(listings.total() == total, listings.total() + " are counted, and not " + total);
    }

    /** So many must be listed, each once. */
    public void mustHoldEachOnce(int number) {
        long different = listings.ids().stream().distinct().count();
        must(different == number, different + " different ones are listed, and not " + number);
        must(listings.ids().size() == number, "of " + listings.ids().size() + " listed some are listed twice");
    }

    /** A resource must be listed. */
    public void mustHold(Resource resource) {
        must(listings.ids().contains(resource.id()), "the " + resource + " is not listed");
    }

    /** A resource must not be listed. */
    public void mustNotHold(Resource resource) {
        must(!listings.ids().contains(resource.id()), "the " + resource + " is listed");
    }

    /** One must stand before another. */
    public void mustHoldBefore(Resource earlier, Resource later) {
        mustHold(earlier);
        mustHold(later);
        must(
                listings.ids().indexOf(earlier.id()) < listings.ids().indexOf(later.id()),
                "the " + earlier + " is listed after the " + later);
    }

    /** What is listed must be in the order of a field. */
    public void mustBeInOrderOf(String field, boolean ascending) {
        Comparator<JsonNode> order =
                Comparator.comparing(item -> item.path(field).asText());
        List<JsonNode> sorted = listings.items().stream()
                .sorted(ascending ? order : order.reversed())
                .toList();
        List<String> expected =
                sorted.stream().map(item -> item.path(field).asText()).toList();
        List<String> actual =
                listings.items().stream().map(item -> item.path(field).asText()).toList();
        must(actual.equals(expected), "the order is " + actual + ", and not " + expected);
    }
}

package dev.fabrickit.conformance.judgement;

import static dev.fabrickit.conformance.judgement.Claim.must;
import static dev.fabrickit.conformance.judgement.Claim.noFaults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.conformance.run.Resource;
import dev.fabrickit.conformance.scene.Listings;
import dev.fabrickit.conformance.scene.Lookup;
import dev.fabrickit.conformance.scene.Versions;
import dev.fabrickit.conformance.wire.Nonconformance;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Judges whether two places tell the same of one thing. */
public final class Likeness {
    /** What moves by itself between two looks. */
    private static final Set<String> MOVING = Set.of("status", "update_time", "duration", "error_code", "error_msg");

    private final Listings listings;
    private final Lookup lookup;
    private final Versions versions;

    public Likeness(Listings listings, Lookup lookup, Versions versions) {
        this.listings = listings;
        this.lookup = lookup;
        this.versions = versions;
    }

    /** What was listed of a resource must be what is shown of it; a list may leave something out. */
    public void listedMustBeLikeShown(Resource resource) {
        JsonNode listed = listings.items().stream()
                .filter(item -> item.path("id").asText().equals(resource.id()))
                .findFirst()
                .orElseThrow(() -> new Nonconformance("the " + resource + " is not listed"));
        noFaults(differences(listed, lookup.show(resource)));
    }

    /** The list of versions must tell the same of the current one as the model does. */
    public void listedVersionMustBeLikeShown(Resource model) {
        noFaults(differences(versions.listedCurrent(), lookup.show(model).path("current_version")));
    }

    /** Two must not be one. */
    public void mustBeTwo(Resource one, Resource other) {
        must(!one.id().equals(other.id()), "both are the " + one);
    }

    private static List<String> differences(JsonNode listed, JsonNode shown) {
        Iterable<String> names = listed::fieldNames;
        return StreamSupport.stream(names.spliterator(), false)
                .filter(name -> !MOVING.contains(name))
                .filter(name -> !listed.path(name).isNull() && !shown.path(name).isNull())
                .filter(name -> shown.has(name) && !shown.get(name).equals(listed.get(name)))
                .map(name ->
                        "the list has the " + name + " " + listed.get(name) + ", shown alone it is " + shown.get(name))
                .toList();
    }
}

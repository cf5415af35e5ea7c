package dev.fabrickit.conformance.scene;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.run.Ledger;
import dev.fabrickit.conformance.run.Resource;
import dev.fabrickit.conformance.wire.Call;
import dev.fabrickit.conformance.wire.Nonconformance;
import java.util.List;

/** The versions of the scenario's first model, of which it makes at most two. */
public final class Versions {
    /** How a model's versions are listed. */
    public static final Kind.Listing LISTING = new Kind.Listing("listModelVersions", "versions", "version_id");

    private final Ledger ledger;
    private final Lookup lookup;

    public Versions(Ledger ledger, Lookup lookup) {
        this.ledger = ledger;
        this.lookup = lookup;
    }

    private Resource model() {
        return ledger.first(Kind.MODEL);
    }

    /** The ids of all versions. */
    public List<String> ids() {
        return lookup.pages(model().call(LISTING.operation()), LISTING).stream()
                .map(version -> version.path("id").asText())
                .toList();
    }

    /** The id of the current version. */
    public String current() {
        JsonNode id = lookup.show(model()).at("/current_version/id");
        if (!id.isTextual()) {
            throw new Nonconformance("the " + model() + " shows no current version");
        }
        return id.textValue();
    }

    /** The id of the version that the model began with: the only one, or the one that is not current. */
    public String first() {
        String current = current();
        return ids().stream().filter(id -> !id.equals(current)).findFirst().orElse(current);
    }

    /** A call that lists them. */
    public Call listing() {
        return model().call(LISTING.operation());
    }

    /** The current one, as the list of all has it. */
    public JsonNode listedCurrent() {
        String current = current();
        return lookup.pages(listing(), LISTING).stream()
                .filter(version -> version.path("id").asText().equals(current))
                .findFirst()
                .orElseThrow(() -> new Nonconformance("the current version of the " + model() + " is not listed"));
    }

    /** A call that deletes a version. */
    public Call deletion(String versionId) {
        return model().call("deleteModelVersion").in("version_id", versionId);
    }
}

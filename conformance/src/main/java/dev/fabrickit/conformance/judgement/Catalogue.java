package dev.fabrickit.conformance.judgement;

import static dev.fabrickit.conformance.judgement.Claim.must;

import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.scene.Field;
import dev.fabrickit.conformance.scene.Listings;
import dev.fabrickit.conformance.scene.Lookup;
import dev.fabrickit.conformance.scene.Stage;
import dev.fabrickit.conformance.wire.Call;
import java.util.List;

/** Judges what a service offers. */
public final class Catalogue {
    private final Listings listings;
    private final Lookup lookup;
    private final Stage stage;

    public Catalogue(Listings listings, Lookup lookup, Stage stage) {
        this.listings = listings;
        this.lookup = lookup;
        this.stage = stage;
    }

    /** The spec that the run's endpoints are created with. */
    public String spec() {
        return Field.SPEC.sentIn(Kind.ENDPOINT, stage.creation(Kind.ENDPOINT)).textValue();
    }

    private List<String> listed() {
        return listings.items().stream()
                .map(item -> item.path("spec_code").asText())
                .toList();
    }

    public void specMustBeListed() {
        must(listed().contains(spec()), "the spec " + spec() + " is not among " + listed());
    }

    public void specMustBeListedAlone() {
        must(listed().equals(List.of(spec())), "listed are " + listed() + ", and not " + spec() + " alone");
    }

    public void specMustNotBeListed() {
        must(!listed().contains(spec()), "the spec " + spec() + " is among " + listed());
    }

    /** A page of one must hold at most one and count as many as the whole list holds. */
    public void pageMustCountAll(Call list, Kind.Listing listing) {
        int whole = lookup.pages(list, listing).size();
        must(listings.items().size() <= 1, listings.items().size() + " are listed, and not at most one");
        must(listings.total() == whole, listings.total() + " are counted, and " + whole + " are there");
    }

    public void thereMustBeOne() {
        must(!listings.items().isEmpty(), "there is none");
    }
}

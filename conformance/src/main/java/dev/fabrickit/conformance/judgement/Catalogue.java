package dev.fabrickit.conformance.judgement;

import static dev.fabrickit.conformance.judgement.Claim.must;

import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.scene.Field;
import dev.fabrickit.conformance.scene.Listings;
import dev.fabrickit.conformance.scene.Stage;
import java.util.List;

/** Judges what a service offers. */
public final class Catalogue {
    private final Listings listings;
    private final Stage stage;

    public Catalogue(Listings listings, Stage stage) {
        this.listings = listings;
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

    public void thereMustBeOne() {
        must(!listings.items().isEmpty(), "there is none");
    }
}

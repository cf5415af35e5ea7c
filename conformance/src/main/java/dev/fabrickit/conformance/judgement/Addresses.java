package dev.fabrickit.conformance.judgement;

import static dev.fabrickit.conformance.judgement.Claim.must;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.scene.Lookup;
import dev.fabrickit.conformance.scene.Stage;
import java.util.List;
import java.util.stream.StreamSupport;

/** Judges who can reach an endpoint, and where. */
public final class Addresses {
    private static final String FOR_INVOCATIONS = "ApiInvoke";

    private final Stage stage;
    private final Lookup lookup;

    public Addresses(Stage stage, Lookup lookup) {
        this.stage = stage;
        this.lookup = lookup;
    }

    /** A running endpoint must have one address for invocations. */
    public void endpointMustHaveOne() {
        stage.settle(Kind.ENDPOINT);
        List<JsonNode> urls = StreamSupport.stream(endpoint().path("urls").spliterator(), false)
                .filter(url -> url.path("name").asText().equals(FOR_INVOCATIONS))
                .toList();
        must(urls.size() == 1, "the endpoint has " + urls.size() + " addresses called " + FOR_INVOCATIONS);
        must(
                urls.get(0).path("address").asText().startsWith("http"),
                "the address of the endpoint is " + urls.get(0).path("address"));
    }

    /** A new endpoint must be private; to say nothing of it is to say so. */
    public void endpointMustBePrivate() {
        String visibility = endpoint().path("visibility").asText("PRIVATE");
        must(visibility.equals("PRIVATE") || visibility.equals("null"), "the endpoint is " + visibility);
    }

    private JsonNode endpoint() {
        return lookup.show(stage.the(Kind.ENDPOINT));
    }
}

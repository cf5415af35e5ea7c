package dev.fabrickit.conformance.gallery;

import static dev.fabrickit.conformance.gallery.WrongServer.breaking;

import dev.fabrickit.server.seam.Rule;
import java.util.List;

/** Servers that keep, change or list resources wrongly. */
final class WrongResources {
    private WrongResources() {}

    static List<WrongServer> all() {
        return List.of(
                breaking(Rule.ENDPOINT_NAME_IS_UNIQUE, "P2.7", "P2.25"),
                breaking(Rule.PAGES_KEEP_TO_THE_LIMIT, "PG.1", "PG.2").alsoFailing("PG.3"),
                breaking(Rule.TENANTS_ARE_SEPARATE, "TN.1", "TN.2"));
    }
}

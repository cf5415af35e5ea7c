package dev.fabrickit.conformance.gallery;

import static dev.fabrickit.conformance.gallery.WrongServer.breaking;

import dev.fabrickit.server.seam.Rule;
import java.util.List;

/**
 * Servers that break one rule each, everywhere. Two rules have none: quotas are the account's own, so no requirement can ask for
 * them; and where what is being deleted no longer counts, it is gone with the next change, as it may be.
 */
final class WrongRules {
    private WrongRules() {}

    static List<WrongServer> all() {
        return List.of(
                breaking(Rule.ENDPOINT_NAME_IS_UNIQUE, "P2.7", "P2.25"),
                breaking(Rule.PAGES_KEEP_TO_THE_LIMIT, "PG.1", "PG.2").alsoFailing("PG.3"),
                breaking(Rule.PAGES_BEGIN_AT_THE_OFFSET, "PG.2"),
                breaking(Rule.TOTAL_COUNTS_ALL_MATCHES, "PG.1", "PG.2"),
                breaking(Rule.TENANTS_ARE_SEPARATE, "TN.1", "TN.2"),
                breaking(Rule.RESOURCES_STAY_IN_THEIR_WORKSPACE, "ER.24"),
                breaking(Rule.WORKSPACE_MUST_BE_EMPTY, "P1.21", "P1.22"),
                breaking(Rule.ENDPOINT_MUST_BE_EMPTY, "P2.31"),
                breaking(Rule.MODEL_MUST_BE_UNUSED, "P3.31"),
                breaking(Rule.VERSION_MUST_BE_UNUSED, "P3.22"),
                breaking(Rule.CURRENT_VERSION_STAYS, "P3.21"),
                breaking(Rule.WHAT_IS_BEING_DELETED_IS_LEFT_ALONE, "LC.5").slow(),
                breaking(Rule.DELETION_DELETES, "P1.20", "P2.30", "P3.20", "P3.30", "P4.30", "LC.3")
                        .spoiling(),
                breaking(Rule.ENDPOINT_MUST_SERVE_INFERENCE, "P4.17"),
                breaking(Rule.ENDPOINT_KEEPS_WHAT_ITS_SERVICES_HOLD, "P2.27"),
                breaking(Rule.SPEC_MUST_BE_OFFERED, "P2.10", "P4.16"),
                breaking(Rule.BASE_MODEL_MUST_BE_OFFERED, "P3.5", "P3.6"),
                breaking(Rule.MAX_IS_NOT_BELOW_MIN, "P2.8", "P2.26", "P4.10"),
                breaking(Rule.SERVICE_IS_NOT_WIDER_THAN_ITS_ENDPOINT, "P4.11"),
                breaking(Rule.SERVICES_FIT_THE_ENDPOINT, "P4.12", "P4.13"),
                breaking(Rule.SERVICE_WITHOUT_UNITS_TAKES_ALL_THAT_ARE_FREE, "P2.4", "P4.15"),
                breaking(Rule.SERVICE_MINIMUM_IS_FIXED, "P4.24"),
                breaking(Rule.SERVICE_MODEL_IS_FIXED, "P4.25"),
                breaking(Rule.SERVICE_WAITS_FOR_ITS_ENDPOINT, "LC.20").slow(),
                breaking(Rule.CHANGES_TAKE_TIME, "P2.1", "P2.20"),
                breaking(Rule.CHANGES_SETTLE, "LC.1").spoiling(),
                breaking(Rule.UPDATES_ARE_STORED, "P1.10", "P2.20", "P3.10", "P4.20"),
                breaking(Rule.UPDATES_LEAVE_ABSENT_FIELDS_ALONE, "P1.11", "P2.21", "P3.11", "P4.21"),
                breaking(Rule.UPDATES_MOVE_THE_UPDATE_TIME, "LC.8"),
                breaking(Rule.EMPTY_TEXT_CLEARS_A_DESCRIPTION, "P1.13", "P2.23", "P3.13", "P4.22"),
                breaking(Rule.PREVIOUS_VERSION_IS_KEPT, "P2.28"),
                breaking(Rule.NEW_VERSION_BECOMES_CURRENT, "P3.15"),
                breaking(Rule.VERSION_AND_CURRENT_VERSION_EXCLUDE_EACH_OTHER, "P3.17"),
                breaking(Rule.SERVICE_KEEPS_ITS_VERSION, "P4.7"),
                breaking(Rule.OPAQUE_FIELDS_ARE_KEPT, "P2.11"),
                breaking(Rule.LISTS_ARE_IN_ORDER, "PG.6", "PG.7"),
                breaking(Rule.FILTERS_NARROW_LISTS, "PG.9", "PG.11"),
                breaking(Rule.NOTHING_IS_PUBLIC, "PG.12"));
    }
}

package dev.fabrickit.server.endpoint;

import dev.fabrickit.server.endpoint.EndpointVersion.Units;
import dev.fabrickit.server.lifecycle.Changes;
import dev.fabrickit.server.lifecycle.PartialUpdates;
import dev.fabrickit.server.schema.CreateEndpointInput;
import dev.fabrickit.server.schema.EndpointUnits;
import dev.fabrickit.server.schema.ReservedResource;
import dev.fabrickit.server.schema.UpdateEndpointInput;
import dev.fabrickit.server.seam.Rule;
import dev.fabrickit.server.seam.Rules;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What requests make of an endpoint. */
@Singleton
class EndpointVersions {
    private final Changes changes;
    private final PartialUpdates updates;
    private final Rules rules;

    EndpointVersions(Changes changes, PartialUpdates updates, Rules rules) {
        this.changes = changes;
        this.updates = updates;
        this.rules = rules;
    }

    EndpointVersion first(CreateEndpointInput input) {
        return new EndpointVersion(
                input.getName(),
                input.getDescription(),
                Units.of(units(input.getReservedResource())),
                kept(Extras.of(input)),
                changes.now());
    }

    EndpointVersion next(EndpointVersion before, UpdateEndpointInput input) {
        Map<String, Object> extras = new HashMap<>();
        if (rules.enforces(Rule.UPDATES_LEAVE_ABSENT_FIELDS_ALONE)) {
            extras.putAll(before.extras());
        }
        extras.putAll(kept(Extras.of(input)));
        return new EndpointVersion(
                updates.required(input.getName(), before.name()),
                updates.description(input.getDescription(), before.description()),
                updates.optional(Units.of(units(input.getReservedResource())), before.mu()),
                extras,
                updates.time(changes.now(), before.updateTime()));
    }

    private static @Nullable EndpointUnits units(@Nullable ReservedResource reserved) {
        return reserved == null ? null : reserved.getMu();
    }

    private Map<String, Object> kept(Map<String, Object> extras) {
        return rules.enforces(Rule.OPAQUE_FIELDS_ARE_KEPT) ? extras : Map.of();
    }
}

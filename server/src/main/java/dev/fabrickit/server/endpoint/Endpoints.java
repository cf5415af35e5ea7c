package dev.fabrickit.server.endpoint;

import dev.fabrickit.server.auth.Door;
import dev.fabrickit.server.catalogue.Specs;
import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.lifecycle.Delays;
import dev.fabrickit.server.lifecycle.Departed;
import dev.fabrickit.server.lifecycle.Phase;
import dev.fabrickit.server.schema.CreateEndpointInput;
import dev.fabrickit.server.schema.EndpointUnits;
import dev.fabrickit.server.workspace.Workspaces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The endpoints of a workspace. */
@Singleton
public class Endpoints {
    private final EndpointRepository rows;
    private final Workspaces workspaces;
    private final Specs specs;
    private final Departed departed;
    private final Delays delays;
    private final Clock clock;

    Endpoints(
            EndpointRepository rows,
            Workspaces workspaces,
            Specs specs,
            Departed departed,
            Delays delays,
            Clock clock) {
        this.rows = rows;
        this.workspaces = workspaces;
        this.specs = specs;
        this.departed = departed;
        this.delays = delays;
        this.clock = clock;
    }

    @Transactional
    EndpointRow create(
            String workspaceId, CreateEndpointInput input, @Nullable EndpointUnits units, Map<String, Object> extras) {
        workspaces.lock(workspaceId);
        if (units != null) {
            requireSound(units);
        }
        if (rows.existsByWorkspaceIdAndName(workspaceId, input.getName())) {
            throw new Refusal(
                    ErrorCode.NAME_TAKEN,
                    "the workspace has an endpoint named " + input.getName() + " already",
                    "Choose another name, or delete that endpoint first.");
        }
        Instant now = clock.instant();
        return rows.save(new EndpointRow(
                UUID.randomUUID().toString().replace("-", ""),
                workspaceId,
                input.getName(),
                input.getType().getValue(),
                input.getDescription(),
                units == null ? null : units.getSpecCode(),
                units == null ? null : units.getMin(),
                units == null ? null : units.getMax(),
                extras,
                now,
                now,
                Door.caller(),
                Phase.CREATING,
                now,
                now.plus(delays.endpoint())));
    }

    private void requireSound(EndpointUnits units) {
        specs.require(units.getSpecCode());
        if (units.getMax() < units.getMin()) {
            throw new Refusal(
                    ErrorCode.MAX_BELOW_MIN,
                    "reserved_resource.mu.max (" + units.getMax() + ") is below reserved_resource.mu.min ("
                            + units.getMin() + ")");
        }
    }

    List<EndpointRow> page(
            String workspaceId,
            @Nullable String name,
            @Nullable String id,
            @Nullable String type,
            @Nullable String modelId,
            int limit,
            int offset) {
        workspaces.require(workspaceId);
        return rows.page(workspaceId, clock.instant(), name, id, type, modelId, limit, offset);
    }

    int total(
            String workspaceId,
            @Nullable String name,
            @Nullable String id,
            @Nullable String type,
            @Nullable String modelId) {
        return rows.total(workspaceId, clock.instant(), name, id, type, modelId);
    }

    /** The endpoint, or a refusal when it is not there or gone. */
    EndpointRow require(String workspaceId, String id) {
        workspaces.require(workspaceId);
        return rows.findByIdAndWorkspaceId(id, workspaceId)
                .filter(row -> !row.transition().isGoneAt(clock.instant()))
                .orElseThrow(() -> Refusal.noResource("endpoint", id));
    }

    /** The endpoint, held until the transaction ends, or a refusal when it is not there or gone. */
    @Transactional(Transactional.TxType.MANDATORY)
    public EndpointRow lock(String workspaceId, String id) {
        workspaces.require(workspaceId);
        return rows.lock(id, workspaceId)
                .filter(row -> !row.transition().isGoneAt(clock.instant()))
                .orElseThrow(() -> Refusal.noResource("endpoint", id));
    }

    @Transactional
    void delete(String workspaceId, String id) {
        departed.remove();
        EndpointRow row = lock(workspaceId, id);
        if (row.phase() == Phase.DELETING) {
            return;
        }
        if (rows.services(id) > 0) {
            throw new Refusal(
                    ErrorCode.ENDPOINT_NOT_EMPTY,
                    "the endpoint still holds inference services",
                    "Delete them first. What is being deleted still counts until it is gone.");
        }
        Instant now = clock.instant();
        rows.update(id, Phase.DELETING, now, now.plus(delays.endpoint()));
    }

    String statusOf(EndpointRow row) {
        return row.transition().statusAt(clock.instant());
    }
}

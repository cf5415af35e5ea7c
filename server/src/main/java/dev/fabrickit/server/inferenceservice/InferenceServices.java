package dev.fabrickit.server.inferenceservice;

import dev.fabrickit.server.auth.Caller;
import dev.fabrickit.server.auth.Door;
import dev.fabrickit.server.catalogue.Specs;
import dev.fabrickit.server.endpoint.EndpointRow;
import dev.fabrickit.server.endpoint.Endpoints;
import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.lifecycle.Delays;
import dev.fabrickit.server.lifecycle.Departed;
import dev.fabrickit.server.lifecycle.Phase;
import dev.fabrickit.server.model.Models;
import dev.fabrickit.server.schema.DeployServiceInput;
import dev.fabrickit.server.schema.ServiceUnits;
import dev.fabrickit.server.workspace.Workspaces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The inference services of a workspace. */
@Singleton
public class InferenceServices {
    private static final String INFERENCE = "inference";

    private final ServiceRepository rows;
    private final Workspaces workspaces;
    private final Endpoints endpoints;
    private final Models models;
    private final Specs specs;
    private final Departed departed;
    private final Delays delays;
    private final Clock clock;

    InferenceServices(
            ServiceRepository rows,
            Workspaces workspaces,
            Endpoints endpoints,
            Models models,
            Specs specs,
            Departed departed,
            Delays delays,
            Clock clock) {
        this.rows = rows;
        this.workspaces = workspaces;
        this.endpoints = endpoints;
        this.models = models;
        this.specs = specs;
        this.departed = departed;
        this.delays = delays;
        this.clock = clock;
    }

    @Transactional
    ServiceRow deploy(String workspaceId, DeployServiceInput input, @Nullable ServiceUnits asked) {
        departed.remove();
        // The lock on the endpoint makes deploys onto it follow each other, so that its units are never given twice.
        EndpointRow endpoint = endpoints.lock(workspaceId, input.getEndpointId());
        requireBuildable(endpoint);
        String versionId = models.lockVersion(
                workspaceId, input.getSource().getId(), input.getSource().getVersionId());
        Units units = grant(endpoint, asked);
        Caller caller = Door.caller();
        Instant now = clock.instant();
        Instant begins = endpoint.transition().isServingAt(now) ? now : endpoint.settlesAt();
        return rows.save(new ServiceRow(
                UUID.randomUUID().toString(),
                workspaceId,
                endpoint.id(),
                input.getSource().getId(),
                versionId,
                input.getName(),
                input.getDescription(),
                units.specCode,
                units.min,
                units.max,
                now,
                now,
                caller,
                caller,
                Phase.CREATING,
                begins,
                begins.plus(delays.service())));
    }

    private static void requireBuildable(EndpointRow endpoint) {
        if (!endpoint.type().equals(INFERENCE)) {
            throw new Refusal(
                    ErrorCode.NOT_FOR_INFERENCE,
                    "the endpoint is of type " + endpoint.type()
                            + ", but inference services need one of type inference");
        }
        if (endpoint.phase() == Phase.DELETING) {
            throw new Refusal(ErrorCode.NOT_READY, "the endpoint is being deleted");
        }
    }

    private record Units(String specCode, int min, int max) {}

    private Units grant(EndpointRow endpoint, @Nullable ServiceUnits asked) {
        int free = endpoint.unitsAtMost() - rows.unitsHeld(endpoint.id());
        if (asked == null) {
            requireFree(1, free);
            return new Units(endpoint.unitSpec(), Math.min(endpoint.unitsAtLeast(), free), free);
        }
        specs.require(asked.getSpecCode());
        if (asked.getMax() < asked.getMin()) {
            throw new Refusal(
                    ErrorCode.MAX_BELOW_MIN,
                    "resource.max (" + asked.getMax() + ") is below resource.min (" + asked.getMin() + ")");
        }
        if (asked.getMax() > endpoint.unitsAtMost()) {
            throw new Refusal(
                    ErrorCode.ABOVE_ENDPOINT,
                    "resource.max (" + asked.getMax() + ") is above the endpoint's maximum of "
                            + endpoint.unitsAtMost());
        }
        requireFree(asked.getMax(), free);
        return new Units(asked.getSpecCode(), asked.getMin(), asked.getMax());
    }

    private static void requireFree(int needed, int free) {
        if (needed > free) {
            throw new Refusal(
                    ErrorCode.ENDPOINT_FULL,
                    "the endpoint has " + free + " units free, but the service needs " + needed,
                    "Delete a service of this endpoint, or widen the endpoint.");
        }
    }

    List<ServiceRow> page(String workspaceId, ServiceFilter filter, boolean ascending, int limit, int offset) {
        workspaces.require(workspaceId);
        return rows.page(
                workspaceId,
                clock.instant(),
                filter.id(),
                filter.name(),
                filter.endpointId(),
                filter.modelId(),
                filter.versionId(),
                ascending,
                limit,
                offset);
    }

    int total(String workspaceId, ServiceFilter filter) {
        return rows.total(
                workspaceId,
                clock.instant(),
                filter.id(),
                filter.name(),
                filter.endpointId(),
                filter.modelId(),
                filter.versionId());
    }

    ServiceRow require(String workspaceId, String id) {
        workspaces.require(workspaceId);
        return rows.findByIdAndWorkspaceId(id, workspaceId)
                .filter(row -> !row.transition().isGoneAt(clock.instant()))
                .orElseThrow(() -> Refusal.noResource("inference service", id));
    }

    /** The inference service, or a refusal when it is not there or does not answer invocations now. */
    public ServiceRow requireServing(String workspaceId, String id) {
        ServiceRow row = require(workspaceId, id);
        if (!row.transition().isServingAt(clock.instant())) {
            throw new Refusal(
                    ErrorCode.NOT_READY,
                    "the inference service is " + statusOf(row),
                    "Poll showServiceInstanceDetail until it is RUNNING.");
        }
        return row;
    }

    @Transactional
    void delete(String workspaceId, String id) {
        if (require(workspaceId, id).phase() == Phase.DELETING) {
            return;
        }
        Instant now = clock.instant();
        rows.update(id, Phase.DELETING, now, now.plus(delays.service()));
    }

    String statusOf(ServiceRow row) {
        return row.transition().statusAt(clock.instant());
    }

    long secondsSinceCreation(ServiceRow row) {
        return row.createTime().until(clock.instant(), ChronoUnit.SECONDS);
    }
}

package dev.fabrickit.server.inferenceservice;

import dev.fabrickit.server.auth.Caller;
import dev.fabrickit.server.auth.Door;
import dev.fabrickit.server.endpoint.EndpointReady;
import dev.fabrickit.server.endpoint.EndpointRow;
import dev.fabrickit.server.endpoint.Endpoints;
import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.lifecycle.Changes;
import dev.fabrickit.server.lifecycle.Delays;
import dev.fabrickit.server.lifecycle.PartialUpdates;
import dev.fabrickit.server.model.Models;
import dev.fabrickit.server.paging.Page;
import dev.fabrickit.server.paging.Pages;
import dev.fabrickit.server.paging.Window;
import dev.fabrickit.server.schema.DeployServiceInput;
import dev.fabrickit.server.schema.ServiceUnits;
import dev.fabrickit.server.schema.SourceRefOrNull;
import dev.fabrickit.server.schema.UnitRange;
import dev.fabrickit.server.schema.UpdateServiceInput;
import dev.fabrickit.server.seam.Ids;
import dev.fabrickit.server.seam.Rule;
import dev.fabrickit.server.seam.Rules;
import dev.fabrickit.server.workspace.Quotas;
import dev.fabrickit.server.workspace.Workspaces;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The inference services of a workspace. */
@Singleton
public class InferenceServices {
    private static final String INFERENCE = "inference";

    private final ServiceRepository rows;
    private final Workspaces workspaces;
    private final Endpoints endpoints;
    private final Models models;
    private final Capacity capacity;
    private final Quotas quotas;
    private final Changes changes;
    private final PartialUpdates updates;
    private final Delays delays;
    private final Pages pages;
    private final Rules rules;
    private final Ids ids;
    private final ApplicationEventPublisher<ServiceChanged> listeners;

    InferenceServices(
            ServiceRepository rows,
            Workspaces workspaces,
            Endpoints endpoints,
            Models models,
            Capacity capacity,
            Quotas quotas,
            Changes changes,
            PartialUpdates updates,
            Delays delays,
            Pages pages,
            Rules rules,
            Ids ids,
            ApplicationEventPublisher<ServiceChanged> listeners) {
        this.rows = rows;
        this.workspaces = workspaces;
        this.endpoints = endpoints;
        this.models = models;
        this.capacity = capacity;
        this.quotas = quotas;
        this.changes = changes;
        this.updates = updates;
        this.delays = delays;
        this.pages = pages;
        this.rules = rules;
        this.ids = ids;
        this.listeners = listeners;
    }

    @Transactional
    ServiceRow deploy(String workspaceId, DeployServiceInput input, @Nullable ServiceUnits asked) {
        workspaces.hold(workspaceId);
        EndpointRow endpoint = endpoints.require(workspaceId, input.getEndpointId());
        rules.require(
                Rule.ENDPOINT_MUST_SERVE_INFERENCE,
                endpoint.type().equals(INFERENCE),
                () -> new Refusal(
                        ErrorCode.NOT_FOR_INFERENCE,
                        "the endpoint is of type " + endpoint.type()
                                + ", but inference services need one of type inference"));
        endpoints.requireStays(endpoint);
        String modelId = input.getSource().getId();
        String versionId =
                models.requireVersion(workspaceId, modelId, input.getSource().getVersionId());
        rules.require(
                Rule.QUOTAS_HOLD,
                rows.countByWorkspaceId(workspaceId) < quotas.services(),
                () -> Quotas.exceeded("inference services", quotas.services()));
        String id = ids.next();
        Units units = capacity.grant(endpoint, rows.unitsHeldByOthers(endpoint.id(), id), asked);
        Caller caller = Door.caller();
        Instant now = changes.now();
        return rows.save(new ServiceRow(
                id,
                workspaceId,
                endpoint.id(),
                new Source(modelId, versionId),
                input.getName(),
                input.getDescription(),
                units,
                now,
                now,
                caller,
                caller,
                changes.create(endpoint.transition().readyAt(), delays.service())));
    }

    Page<ServiceRow> list(
            String workspaceId, ServiceFilter asked, @Nullable String visibility, boolean ascending, Window window) {
        workspaces.require(workspaceId);
        if (pages.areEmptyFor(visibility)) {
            return Page.empty();
        }
        ServiceFilter filter = rules.enforces(Rule.FILTERS_NARROW_LISTS) ? asked : ServiceFilter.ALL;
        Instant now = changes.now();
        return pages.read(
                window,
                () -> rows.total(
                        workspaceId,
                        now,
                        filter.id(),
                        filter.name(),
                        filter.endpointId(),
                        filter.modelId(),
                        filter.versionId(),
                        filter.type()),
                part -> rows.page(
                        workspaceId,
                        now,
                        filter.id(),
                        filter.name(),
                        filter.endpointId(),
                        filter.modelId(),
                        filter.versionId(),
                        filter.type(),
                        ascending,
                        part.limit(),
                        part.offset()));
    }

    /** The inference service, or a refusal when it is not there or gone. */
    ServiceRow require(String workspaceId, String id) {
        boolean inside = rules.enforces(Rule.RESOURCES_STAY_IN_THEIR_WORKSPACE);
        return rows.find(workspaces.tenant(), workspaceId, id, inside)
                .filter(row -> !changes.isGone(row.transition()))
                .orElseThrow(() -> {
                    workspaces.require(workspaceId);
                    return Refusal.noResource("inference service", id);
                });
    }

    /** The inference service, or a refusal when it is not there or does not answer invocations now. */
    public ServiceRow requireServing(String workspaceId, String id) {
        ServiceRow row = require(workspaceId, id);
        rules.require(
                Rule.ONLY_WHAT_RUNS_IS_INVOKED,
                changes.isServing(row.transition()),
                () -> new Refusal(
                        ErrorCode.NOT_READY,
                        "the inference service is " + changes.status(row.transition()),
                        "Poll showServiceInstanceDetail until it is RUNNING."));
        return row;
    }

    /** The types of all base models. */
    public List<String> baseModels() {
        return models.baseModels();
    }

    /** The base model of the version that it serves; empty for the default. */
    public String baseModel(ServiceRow row) {
        return models.baseModel(row.source().modelId(), row.source().versionId());
    }

    @Transactional
    ServiceRow update(String workspaceId, String id, UpdateServiceInput input, @Nullable UnitRange asked) {
        workspaces.hold(workspaceId);
        ServiceRow row = require(workspaceId, id);
        rules.require(
                Rule.WHAT_IS_BEING_DELETED_IS_LEFT_ALONE,
                !changes.isDeleting(row.transition()),
                () -> new Refusal(ErrorCode.NOT_READY, "the inference service is being deleted"));
        EndpointRow endpoint = endpoints.require(workspaceId, row.endpointId());
        ServiceRow changed = row.with(
                source(row, input.getSource()),
                updates.required(input.getName(), row.name()),
                updates.description(input.getDescription(), row.description()),
                capacity.change(endpoint, rows.unitsHeldByOthers(endpoint.id(), id), row.units(), asked),
                updates.time(changes.now(), row.updateTime()),
                Door.caller());
        return store(updates.stored(changed, row).with(changes.update(row.transition(), delays.service())));
    }

    private Source source(ServiceRow row, @Nullable SourceRefOrNull asked) {
        if (asked == null) {
            return row.source();
        }
        Source source = new Source(
                asked.getId(),
                updates.required(asked.getVersionId(), row.source().versionId()));
        rules.require(
                Rule.SERVICE_MODEL_IS_FIXED,
                source.equals(row.source()),
                () -> new Refusal(
                        ErrorCode.NOT_CHANGEABLE,
                        "source.id and source.version_id of an inference service cannot be changed",
                        "Leave source out, or deploy another service of that model."));
        return source.equals(row.source())
                ? source
                : new Source(
                        source.modelId(),
                        models.requireVersion(row.workspaceId(), source.modelId(), asked.getVersionId()));
    }

    @Transactional
    void delete(String workspaceId, String id) {
        workspaces.hold(workspaceId);
        ServiceRow row = require(workspaceId, id);
        if (!changes.isDeleting(row.transition())) {
            store(row.with(changes.delete(row.transition(), delays.service())));
        }
    }

    private ServiceRow store(ServiceRow row) {
        listeners.publishEvent(new ServiceChanged(row.id(), row.units(), changes.isDeleting(row.transition())));
        return rows.update(row);
    }

    /** A service that waits for its endpoint begins when the endpoint runs. Part of the endpoint's own change. */
    @EventListener
    void follow(EndpointReady endpoint) {
        rows.findByEndpointId(endpoint.endpointId())
                .forEach(row ->
                        rows.update(row.with(changes.shift(row.transition(), endpoint.readyAt(), delays.service()))));
    }
}

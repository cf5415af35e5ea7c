package dev.fabrickit.server.endpoint;

import dev.fabrickit.server.auth.Door;
import dev.fabrickit.server.catalogue.Specs;
import dev.fabrickit.server.endpoint.EndpointVersion.Units;
import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.lifecycle.Changes;
import dev.fabrickit.server.lifecycle.Delays;
import dev.fabrickit.server.lifecycle.PartialUpdates;
import dev.fabrickit.server.lifecycle.Transition;
import dev.fabrickit.server.paging.Page;
import dev.fabrickit.server.paging.Pages;
import dev.fabrickit.server.paging.Window;
import dev.fabrickit.server.schema.EndpointType;
import dev.fabrickit.server.seam.Ids;
import dev.fabrickit.server.seam.Rule;
import dev.fabrickit.server.seam.Rules;
import dev.fabrickit.server.workspace.Quotas;
import dev.fabrickit.server.workspace.Workspaces;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The endpoints of a workspace. */
@Singleton
public class Endpoints {
    private final EndpointRepository rows;
    private final Workspaces workspaces;
    private final Specs specs;
    private final Quotas quotas;
    private final Changes changes;
    private final PartialUpdates updates;
    private final Delays delays;
    private final Pages pages;
    private final Rules rules;
    private final Ids ids;
    private final ApplicationEventPublisher<EndpointReady> listeners;

    Endpoints(
            EndpointRepository rows,
            Workspaces workspaces,
            Specs specs,
            Quotas quotas,
            Changes changes,
            PartialUpdates updates,
            Delays delays,
            Pages pages,
            Rules rules,
            Ids ids,
            ApplicationEventPublisher<EndpointReady> listeners) {
        this.rows = rows;
        this.workspaces = workspaces;
        this.specs = specs;
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
    EndpointRow create(String workspaceId, EndpointType type, EndpointVersion version) {
        workspaces.hold(workspaceId);
        String id = ids.nextPlain();
        requireSound(workspaceId, id, version);
        rules.require(
                Rule.QUOTAS_HOLD,
                rows.countByWorkspaceId(workspaceId) < quotas.endpoints(),
                () -> Quotas.exceeded("endpoints", quotas.endpoints()));
        return rows.save(new EndpointRow(
                id,
                workspaceId,
                version.name(),
                type.getValue(),
                version.updateTime(),
                Door.caller(),
                version,
                null,
                changes.create(version.updateTime(), delays.endpoint())));
    }

    private void requireSound(String workspaceId, String id, EndpointVersion version) {
        Units units = version.mu();
        if (units != null) {
            specs.require(units.specCode());
            rules.require(
                    Rule.MAX_IS_NOT_BELOW_MIN,
                    units.max() >= units.min(),
                    () -> new Refusal(
                            ErrorCode.MAX_BELOW_MIN,
                            "reserved_resource.mu.max (" + units.max() + ") is below reserved_resource.mu.min ("
                                    + units.min() + ")"));
        }
        rules.require(
                Rule.ENDPOINT_NAME_IS_UNIQUE,
                !rows.existsByWorkspaceIdAndNameAndIdNotEquals(workspaceId, version.name(), id),
                () -> new Refusal(
                        ErrorCode.NAME_TAKEN,
                        "the workspace has an endpoint named " + version.name() + " already",
                        "Choose another name, or delete that endpoint first."));
    }

    Page<EndpointRow> list(String workspaceId, EndpointFilter asked, @Nullable String visibility, Window window) {
        workspaces.require(workspaceId);
        if (pages.areEmptyFor(visibility)) {
            return Page.empty();
        }
        EndpointFilter filter = rules.enforces(Rule.FILTERS_NARROW_LISTS) ? asked : EndpointFilter.ALL;
        Instant now = changes.now();
        return pages.read(
                window,
                () -> rows.total(workspaceId, now, filter.name(), filter.id(), filter.type(), filter.modelId()),
                part -> rows.page(
                        workspaceId,
                        now,
                        filter.name(),
                        filter.id(),
                        filter.type(),
                        filter.modelId(),
                        part.limit(),
                        part.offset()));
    }

    /** The endpoint, or a refusal when it is not there or gone. */
    public EndpointRow require(String workspaceId, String id) {
        boolean inside = rules.enforces(Rule.RESOURCES_STAY_IN_THEIR_WORKSPACE);
        return rows.find(workspaces.tenant(), workspaceId, id, inside)
                .filter(row -> !changes.isGone(row.transition()))
                .orElseThrow(() -> {
                    workspaces.require(workspaceId);
                    return Refusal.noResource("endpoint", id);
                });
    }

    /** @param change makes of the present version what shall be */
    @Transactional
    EndpointRow update(String workspaceId, String id, UnaryOperator<EndpointVersion> change) {
        workspaces.hold(workspaceId);
        EndpointRow row = require(workspaceId, id);
        requireStays(row);
        EndpointVersion version = change.apply(row.present());
        requireSound(workspaceId, id, version);
        int held = rows.unitsHeld(id);
        rules.require(
                Rule.ENDPOINT_KEEPS_WHAT_ITS_SERVICES_HOLD,
                held <= version.units().max(),
                () -> new Refusal(
                        ErrorCode.BELOW_SERVICES,
                        "reserved_resource.mu.max (" + version.units().max() + ") is below the " + held
                                + " units that the services of the endpoint hold",
                        "Lower their maximum, or delete some of them first."));
        EndpointRow changed =
                row.with(version, rules.enforces(Rule.PREVIOUS_VERSION_IS_KEPT) ? row.present() : row.previous());
        return move(updates.stored(changed, row), changes.update(row.transition(), delays.endpoint()));
    }

    /** Refuses to change an endpoint that is being deleted, or to build upon it. */
    public void requireStays(EndpointRow row) {
        rules.require(
                Rule.WHAT_IS_BEING_DELETED_IS_LEFT_ALONE,
                !changes.isDeleting(row.transition()),
                () -> new Refusal(
                        ErrorCode.NOT_READY,
                        "the endpoint is being deleted",
                        "Use another endpoint, or create one of this name once it is gone."));
    }

    @Transactional
    void delete(String workspaceId, String id) {
        workspaces.hold(workspaceId);
        EndpointRow row = require(workspaceId, id);
        if (changes.isDeleting(row.transition())) {
            return;
        }
        rules.require(
                Rule.ENDPOINT_MUST_BE_EMPTY,
                rows.services(id) == 0,
                () -> new Refusal(
                        ErrorCode.ENDPOINT_NOT_EMPTY,
                        "the endpoint still holds inference services",
                        "Delete them first. What is being deleted still counts until it is gone."));
        move(row, changes.delete(row.transition(), delays.endpoint()));
    }

    /** Stores an endpoint on its way to something else, and tells what is built upon it. */
    EndpointRow move(EndpointRow row, Transition transition) {
        EndpointRow moved = rows.update(row.with(transition));
        if (!transition.readyAt().equals(row.transition().readyAt())) {
            listeners.publishEvent(new EndpointReady(row.id(), transition.readyAt()));
        }
        return moved;
    }
}

package dev.fabrickit.server.workspace;

import dev.fabrickit.server.auth.Caller;
import dev.fabrickit.server.auth.Door;
import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.lifecycle.Departed;
import dev.fabrickit.server.lifecycle.PartialUpdates;
import dev.fabrickit.server.paging.Page;
import dev.fabrickit.server.paging.Pages;
import dev.fabrickit.server.paging.Window;
import dev.fabrickit.server.schema.CreateWorkspaceInput;
import dev.fabrickit.server.schema.UpdateWorkspaceInput;
import dev.fabrickit.server.seam.Ids;
import dev.fabrickit.server.seam.Rule;
import dev.fabrickit.server.seam.Rules;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The workspaces of the calling account.
 *
 * <p>Whatever changes a workspace or anything in it first holds the row of the workspace until its transaction ends. So the
 * changes of one workspace follow one another: what is decided by names, units, counts or the absence of something stays
 * true until it is done. Nothing holds two workspaces, and who counts workspaces holds the tenant and no workspace: nobody
 * can wait for somebody who waits for him.
 */
@Singleton
public class Workspaces {
    private static final String DEFAULT_PROJECT = "0";

    private final WorkspaceRepository rows;
    private final Quotas quotas;
    private final Departed departed;
    private final PartialUpdates updates;
    private final Pages pages;
    private final Rules rules;
    private final Ids ids;
    private final Clock clock;

    Workspaces(
            WorkspaceRepository rows,
            Quotas quotas,
            Departed departed,
            PartialUpdates updates,
            Pages pages,
            Rules rules,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.quotas = quotas;
        this.departed = departed;
        this.updates = updates;
        this.pages = pages;
        this.rules = rules;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    WorkspaceRow create(CreateWorkspaceInput input) {
        Caller caller = Door.caller();
        String tenant = caller.domainId();
        rows.enrol(tenant);
        rows.holdTenant(tenant);
        rules.require(
                Rule.QUOTAS_HOLD,
                rows.countByTenant(tenant) < quotas.workspaces(),
                () -> Quotas.exceeded("workspaces", quotas.workspaces()));
        String project = input.getEnterpriseProjectId();
        return rows.save(new WorkspaceRow(
                ids.next(),
                tenant,
                input.getName(),
                input.getDescription(),
                input.getMetastoreId(),
                project == null ? DEFAULT_PROJECT : project,
                clock.instant(),
                caller));
    }

    Page<WorkspaceRow> list(WorkspaceFilter asked, Window window) {
        String tenant = tenant();
        WorkspaceFilter filter = rules.enforces(Rule.FILTERS_NARROW_LISTS) ? asked : WorkspaceFilter.ALL;
        return pages.read(
                window,
                () -> rows.total(tenant, filter.name(), filter.id(), filter.project()),
                part -> rows.page(tenant, filter.name(), filter.id(), filter.project(), part.limit(), part.offset()));
    }

    /** Refuses when the caller has no such workspace. Whatever reads in a workspace begins with this. */
    public void require(String id) {
        rows.find(tenant(), id).orElseThrow(() -> noWorkspace(id));
    }

    /** Does the same and holds the workspace. Whatever changes something in it begins with this. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(String id) {
        held(tenant(), id);
    }

    /** Does the same for who may change what belongs to any account. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void holdAnyones(String id) {
        held(null, id);
    }

    private WorkspaceRow held(@Nullable String tenant, String id) {
        WorkspaceRow row = rows.hold(tenant, id).orElseThrow(() -> noWorkspace(id));
        departed.removeFrom(id);
        return row;
    }

    /** Whose workspaces the caller sees; null means everybody's. */
    public @Nullable String tenant() {
        return rules.enforces(Rule.TENANTS_ARE_SEPARATE) ? Door.caller().domainId() : null;
    }

    private static Refusal noWorkspace(String id) {
        return new Refusal(
                ErrorCode.NO_WORKSPACE,
                "the workspace " + id + " does not exist",
                "List the workspaces of your account to find its id.");
    }

    @Transactional
    WorkspaceRow update(String id, UpdateWorkspaceInput input) {
        WorkspaceRow row = held(tenant(), id);
        WorkspaceRow changed = row.with(
                updates.required(input.getName(), row.name()),
                updates.description(input.getDescription(), row.description()),
                updates.optional(input.getMetastoreId(), row.metastoreId()));
        rows.update(updates.stored(changed, row));
        return changed;
    }

    @Transactional
    void delete(String id) {
        held(tenant(), id);
        List<String> holdings = rows.holdings(id);
        rules.require(
                Rule.WORKSPACE_MUST_BE_EMPTY,
                holdings.isEmpty(),
                () -> new Refusal(
                        ErrorCode.WORKSPACE_NOT_EMPTY,
                        "the workspace still holds " + String.join(", ", holdings),
                        "Delete them first. What is being deleted still counts until it is gone."));
        if (rules.enforces(Rule.DELETION_DELETES)) {
            rows.deleteById(id);
        }
    }
}

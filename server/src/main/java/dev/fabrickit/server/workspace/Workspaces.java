package dev.fabrickit.server.workspace;

import dev.fabrickit.server.auth.Caller;
import dev.fabrickit.server.auth.Door;
import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.lifecycle.Departed;
import dev.fabrickit.server.schema.CreateWorkspaceInput;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The workspaces of the calling account. */
@Singleton
public class Workspaces {
    private static final String DEFAULT_PROJECT = "0";

    private final WorkspaceRepository rows;
    private final Departed departed;
    private final Clock clock;

    Workspaces(WorkspaceRepository rows, Departed departed, Clock clock) {
        this.rows = rows;
        this.departed = departed;
        this.clock = clock;
    }

    WorkspaceRow create(CreateWorkspaceInput input) {
        Caller caller = Door.caller();
        String project = input.getEnterpriseProjectId();
        return rows.save(new WorkspaceRow(
                UUID.randomUUID().toString(),
                caller.domainId(),
                input.getName(),
                input.getDescription(),
                input.getMetastoreId(),
                project == null ? DEFAULT_PROJECT : project,
                clock.instant(),
                caller));
    }

    List<WorkspaceRow> page(@Nullable String name, @Nullable String id, String project, int limit, int offset) {
        return rows.page(Door.caller().domainId(), name, id, project, limit, offset);
    }

    int total(@Nullable String name, @Nullable String id, String project) {
        return rows.total(Door.caller().domainId(), name, id, project);
    }

    /** Refuses when the caller has no such workspace. Every operation below a workspace begins with this. */
    public void require(String id) {
        rows.findByIdAndTenant(id, Door.caller().domainId()).orElseThrow(() -> noWorkspace(id));
    }

    /** Does the same, and holds the workspace until the transaction ends. Whatever is created in it begins with this. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(String id) {
        departed.remove();
        rows.lock(id, Door.caller().domainId()).orElseThrow(() -> noWorkspace(id));
    }

    private static Refusal noWorkspace(String id) {
        return new Refusal(
                ErrorCode.NO_WORKSPACE,
                "the workspace " + id + " does not exist",
                "List the workspaces of your account to find its id.");
    }

    @Transactional
    void delete(String id) {
        lock(id);
        List<String> holdings = rows.holdings(id);
        if (!holdings.isEmpty()) {
            throw new Refusal(
                    ErrorCode.WORKSPACE_NOT_EMPTY,
                    "the workspace still holds " + String.join(", ", holdings),
                    "Delete them first. What is being deleted still counts until it is gone.");
        }
        rows.deleteById(id);
    }
}

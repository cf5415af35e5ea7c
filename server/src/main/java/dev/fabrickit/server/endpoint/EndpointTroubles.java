package dev.fabrickit.server.endpoint;

import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.lifecycle.Trouble;
import dev.fabrickit.server.workspace.Workspaces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** What keeps endpoints, of any account, from running. For who controls the stub, not for its callers. */
@Singleton
public class EndpointTroubles {
    private final Endpoints endpoints;
    private final EndpointRepository rows;
    private final Workspaces workspaces;

    EndpointTroubles(Endpoints endpoints, EndpointRepository rows, Workspaces workspaces) {
        this.endpoints = endpoints;
        this.rows = rows;
        this.workspaces = workspaces;
    }

    /**
     * Lets an endpoint come into trouble as soon as a change that the trouble strikes is over: at once when that was its last
     * change.
     *
     * @param errorCode why, at most 36 characters
     * @param errorMsg why, for a person, at most 1024 characters
     * @throws Refusal when there is no such endpoint, or the trouble is not one of endpoints
     */
    @Transactional
    public void begin(String id, Trouble trouble, @Nullable String errorCode, @Nullable String errorMsg) {
        trouble.requireOneOf(Trouble.OF_ENDPOINTS);
        change(id, trouble, errorCode, errorMsg);
    }

    /**
     * Takes an endpoint out of its trouble, or spares it what was to come.
     *
     * @throws Refusal when there is no such endpoint
     */
    @Transactional
    public void end(String id) {
        change(id, null, null, null);
    }

    private void change(String id, @Nullable Trouble trouble, @Nullable String errorCode, @Nullable String errorMsg) {
        EndpointRow row = rows.findById(id)
                .flatMap(found -> {
                    workspaces.holdAnyones(found.workspaceId());
                    return rows.findById(id);
                })
                .orElseThrow(() -> Refusal.noResource("endpoint", id));
        endpoints.move(row, row.transition().with(trouble, errorCode, errorMsg));
    }
}

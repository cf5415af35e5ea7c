package dev.fabrickit.server.inferenceservice;

import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.lifecycle.Trouble;
import dev.fabrickit.server.workspace.Workspaces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** What keeps inference services, of any account, from running. For who controls the stub, not for its callers. */
@Singleton
public class ServiceTroubles {
    private final ServiceRepository rows;
    private final Workspaces workspaces;

    ServiceTroubles(ServiceRepository rows, Workspaces workspaces) {
        this.rows = rows;
        this.workspaces = workspaces;
    }

    /**
     * Lets an inference service come into trouble as soon as a change that the trouble strikes is over: at once when that was
     * its last change.
     *
     * @param errorCode why, for a program
     * @param errorMsg why, for a person
     * @throws Refusal when there is no such service, or the trouble is not one of services
     */
    @Transactional
    public void begin(String id, Trouble trouble, @Nullable String errorCode, @Nullable String errorMsg) {
        trouble.requireOneOf(Trouble.OF_SERVICES);
        change(id, trouble, errorCode, errorMsg);
    }

    /**
     * Takes an inference service out of its trouble, or spares it what was to come.
     *
     * @throws Refusal when there is no such service
     */
    @Transactional
    public void end(String id) {
        change(id, null, null, null);
    }

    private void change(String id, @Nullable Trouble trouble, @Nullable String errorCode, @Nullable String errorMsg) {
        ServiceRow row = rows.findById(id)
                .flatMap(found -> {
                    workspaces.holdAnyones(found.workspaceId());
                    return rows.findById(id);
                })
                .orElseThrow(() -> Refusal.noResource("inference service", id));
        rows.update(row.with(row.transition().with(trouble, errorCode, errorMsg)));
    }
}

package dev.fabrickit.server.inferenceservice;

import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.lifecycle.Trouble;
import dev.fabrickit.server.lifecycle.Troubles;
import dev.fabrickit.server.workspace.Workspaces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Singleton
public class ServiceTroubles implements Troubles {
    private final ServiceRepository rows;
    private final Workspaces workspaces;

    ServiceTroubles(ServiceRepository rows, Workspaces workspaces) {
        this.rows = rows;
        this.workspaces = workspaces;
    }

    @Override
    public String kind() {
        return "services";
    }

    @Override
    public Set<Trouble> possible() {
        return Trouble.OF_SERVICES;
    }

    @Override
    @Transactional
    public void begin(String id, Trouble trouble, @Nullable String errorCode, @Nullable String errorMsg) {
        trouble.requireOneOf(possible());
        change(id, trouble, errorCode, errorMsg);
    }

    @Override
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

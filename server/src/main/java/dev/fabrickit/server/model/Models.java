package dev.fabrickit.server.model;

import dev.fabrickit.server.auth.Caller;
import dev.fabrickit.server.auth.Door;
import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.lifecycle.Departed;
import dev.fabrickit.server.schema.CreateModelInput;
import dev.fabrickit.server.schema.LlmModelConfig;
import dev.fabrickit.server.schema.ModelConfig;
import dev.fabrickit.server.schema.ModelConfigInput;
import dev.fabrickit.server.schema.ModelVersionInput;
import dev.fabrickit.server.workspace.Workspaces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The models of a workspace, with their versions. */
@Singleton
public class Models {
    private final ModelRepository rows;
    private final ModelVersionRepository versions;
    private final BaseModels baseModels;
    private final Workspaces workspaces;
    private final Departed departed;
    private final Clock clock;

    Models(
            ModelRepository rows,
            ModelVersionRepository versions,
            BaseModels baseModels,
            Workspaces workspaces,
            Departed departed,
            Clock clock) {
        this.rows = rows;
        this.versions = versions;
        this.baseModels = baseModels;
        this.workspaces = workspaces;
        this.departed = departed;
        this.clock = clock;
    }

    @Transactional
    ModelRow create(String workspaceId, CreateModelInput input) {
        workspaces.lock(workspaceId);
        ModelVersionInput version = input.getVersion();
        ModelConfig config = soundConfig(version.getConfig());
        Caller caller = Door.caller();
        Instant now = clock.instant();
        String versionId = UUID.randomUUID().toString();
        ModelRow row = rows.save(new ModelRow(
                UUID.randomUUID().toString(),
                workspaceId,
                input.getName(),
                input.getType().getValue(),
                input.getDescription(),
                versionId,
                now,
                now,
                caller,
                caller));
        versions.save(new ModelVersionRow(
                versionId, row.id(), version.getName(), version.getDescription(), config, now, caller));
        return row;
    }

    private ModelConfig soundConfig(@Nullable ModelConfigInput input) {
        LlmModelConfig weights = input == null ? null : input.getLlmModelConfig();
        if (weights != null) {
            baseModels.require(weights.getBaseModelType());
        }
        return new ModelConfig().llmModelConfig(weights);
    }

    List<ModelRow> page(
            String workspaceId,
            @Nullable String name,
            @Nullable String id,
            @Nullable String type,
            String order,
            int limit,
            int offset) {
        workspaces.require(workspaceId);
        return rows.page(workspaceId, name, id, type, order, limit, offset);
    }

    int total(String workspaceId, @Nullable String name, @Nullable String id, @Nullable String type) {
        return rows.total(workspaceId, name, id, type);
    }

    ModelVersionRow currentVersion(ModelRow row) {
        return versions.findById(row.currentVersionId()).orElseThrow();
    }

    /**
     * The id of the version to run, of a model that is held until the transaction ends.
     *
     * @param versionId null means the current version
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public String lockVersion(String workspaceId, String modelId, @Nullable String versionId) {
        ModelRow row = rows.lock(modelId, workspaceId).orElseThrow(() -> Refusal.noResource("model", modelId));
        if (versionId == null) {
            return row.currentVersionId();
        }
        return versions.findByIdAndModelId(versionId, modelId)
                .map(ModelVersionRow::id)
                .orElseThrow(() -> Refusal.noResource("model version", versionId));
    }

    @Transactional
    void delete(String workspaceId, String id) {
        workspaces.require(workspaceId);
        // First, as everywhere: locks that are always taken in one order cannot wait for each other.
        departed.remove();
        rows.lock(id, workspaceId).orElseThrow(() -> Refusal.noResource("model", id));
        if (rows.services(id) > 0) {
            throw new Refusal(
                    ErrorCode.MODEL_IN_USE,
                    "the model is used by an inference service",
                    "Delete its services first. What is being deleted still counts until it is gone.");
        }
        rows.deleteById(id);
    }
}

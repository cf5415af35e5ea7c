package dev.fabrickit.server.model;

import dev.fabrickit.server.auth.Caller;
import dev.fabrickit.server.auth.Door;
import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.lifecycle.PartialUpdates;
import dev.fabrickit.server.paging.Page;
import dev.fabrickit.server.paging.Pages;
import dev.fabrickit.server.paging.Window;
import dev.fabrickit.server.schema.CreateModelInput;
import dev.fabrickit.server.schema.UpdateModelInput;
import dev.fabrickit.server.seam.Ids;
import dev.fabrickit.server.seam.Rule;
import dev.fabrickit.server.seam.Rules;
import dev.fabrickit.server.workspace.Quotas;
import dev.fabrickit.server.workspace.Workspaces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The models of a workspace. */
@Singleton
public class Models {
    private final ModelRepository rows;
    private final ModelVersions versions;
    private final Workspaces workspaces;
    private final Quotas quotas;
    private final PartialUpdates updates;
    private final Pages pages;
    private final Rules rules;
    private final Ids ids;
    private final Clock clock;

    Models(
            ModelRepository rows,
            ModelVersions versions,
            Workspaces workspaces,
            Quotas quotas,
            PartialUpdates updates,
            Pages pages,
            Rules rules,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.versions = versions;
        this.workspaces = workspaces;
        this.quotas = quotas;
        this.updates = updates;
        this.pages = pages;
        this.rules = rules;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    ModelRow create(String workspaceId, CreateModelInput input) {
        workspaces.hold(workspaceId);
        rules.require(
                Rule.QUOTAS_HOLD,
                rows.countByWorkspaceId(workspaceId) < quotas.models(),
                () -> Quotas.exceeded("models", quotas.models()));
        Caller caller = Door.caller();
        Instant now = clock.instant();
        String id = ids.next();
        String versionId = ids.next();
        ModelRow row = rows.save(new ModelRow(
                id,
                workspaceId,
                input.getName(),
                input.getType().getValue(),
                input.getDescription(),
                versionId,
                now,
                now,
                caller,
                caller));
        versions.add(row, versionId, input.getVersion());
        return row;
    }

    Page<CurrentModel> list(
            String workspaceId, ModelFilter asked, @Nullable String visibility, String order, Window window) {
        workspaces.require(workspaceId);
        if (pages.areEmptyFor(visibility)) {
            return Page.empty();
        }
        ModelFilter filter = rules.enforces(Rule.FILTERS_NARROW_LISTS) ? asked : ModelFilter.ALL;
        return pages.read(
                window,
                () -> rows.total(workspaceId, filter.name(), filter.id(), filter.type()),
                part -> withVersions(rows.page(
                        workspaceId, filter.name(), filter.id(), filter.type(), order, part.limit(), part.offset())));
    }

    private List<CurrentModel> withVersions(List<ModelRow> models) {
        Map<String, ModelVersionRow> current =
                versions.all(models).stream().collect(Collectors.toMap(ModelVersionRow::id, Function.identity()));
        return models.stream()
                .map(row -> new CurrentModel(row, current.get(row.currentVersionId())))
                .toList();
    }

    /** The model, or a refusal when it is not there. */
    ModelRow require(String workspaceId, String id) {
        workspaces.require(workspaceId);
        return (rules.enforces(Rule.RESOURCES_STAY_IN_THEIR_WORKSPACE)
                        ? rows.findByIdAndWorkspaceId(id, workspaceId)
                        : rows.findById(id))
                .orElseThrow(() -> Refusal.noResource("model", id));
    }

    /** The types of all base models. */
    public List<String> baseModels() {
        return versions.baseModels();
    }

    /** The base model of a version; empty for the default. */
    public String baseModel(String modelId, String versionId) {
        return versions.baseModel(modelId, versionId);
    }

    /**
     * The id of the version to run, of a model in a workspace that is held.
     *
     * @param versionId null means the current version
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public String requireVersion(String workspaceId, String modelId, @Nullable String versionId) {
        ModelRow row = require(workspaceId, modelId);
        return versionId == null
                ? row.currentVersionId()
                : versions.require(modelId, versionId).id();
    }

    @Transactional
    CurrentModel update(String workspaceId, String id, UpdateModelInput input) {
        workspaces.hold(workspaceId);
        ModelRow row = require(workspaceId, id);
        ModelRow changed = row.with(
                updates.required(input.getName(), row.name()),
                updates.description(input.getDescription(), row.description()),
                versions.next(row, input),
                updates.time(clock.instant(), row.updateTime()),
                Door.caller());
        rows.update(updates.stored(changed, row));
        return withVersions(List.of(changed)).get(0);
    }

    Page<ModelVersionRow> listVersions(String workspaceId, String id, ModelFilter filter, Window window) {
        return versions.list(require(workspaceId, id), filter, window);
    }

    @Transactional
    void deleteVersion(String workspaceId, String id, String versionId) {
        workspaces.hold(workspaceId);
        versions.delete(require(workspaceId, id), versionId);
    }

    @Transactional
    void delete(String workspaceId, String id) {
        workspaces.hold(workspaceId);
        require(workspaceId, id);
        rules.require(
                Rule.MODEL_MUST_BE_UNUSED,
                rows.services(id) == 0,
                () -> new Refusal(
                        ErrorCode.MODEL_IN_USE,
                        "the model is used by an inference service",
                        "Delete its services first. What is being deleted still counts until it is gone."));
        if (rules.enforces(Rule.DELETION_DELETES)) {
            rows.deleteById(id);
        }
    }
}

package dev.fabrickit.server.model;

import dev.fabrickit.server.auth.Door;
import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.paging.Page;
import dev.fabrickit.server.paging.Pages;
import dev.fabrickit.server.paging.Window;
import dev.fabrickit.server.schema.LlmModelConfig;
import dev.fabrickit.server.schema.ModelConfig;
import dev.fabrickit.server.schema.ModelConfigInput;
import dev.fabrickit.server.schema.ModelVersionInput;
import dev.fabrickit.server.schema.NextModelVersionInput;
import dev.fabrickit.server.schema.UpdateModelInput;
import dev.fabrickit.server.seam.Ids;
import dev.fabrickit.server.seam.Rule;
import dev.fabrickit.server.seam.Rules;
import dev.fabrickit.server.workspace.Quotas;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The versions of models. Whoever changes them holds the workspace. */
@Singleton
class ModelVersions {
    private final ModelVersionRepository rows;
    private final BaseModels baseModels;
    private final Quotas quotas;
    private final Pages pages;
    private final Rules rules;
    private final Ids ids;
    private final Clock clock;

    ModelVersions(
            ModelVersionRepository rows,
            BaseModels baseModels,
            Quotas quotas,
            Pages pages,
            Rules rules,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.baseModels = baseModels;
        this.quotas = quotas;
        this.pages = pages;
        this.rules = rules;
        this.ids = ids;
        this.clock = clock;
    }

    void add(ModelRow model, String id, ModelVersionInput input) {
        add(model, id, input.getName(), input.getDescription(), input.getConfig());
    }

    private void add(
            ModelRow model, String id, String name, @Nullable String description, @Nullable ModelConfigInput config) {
        rules.require(
                Rule.QUOTAS_HOLD,
                rows.countByModelId(model.id()) < quotas.versions(),
                () -> Quotas.exceeded("versions of the model", quotas.versions()));
        LlmModelConfig weights = config == null ? null : config.getLlmModelConfig();
        if (weights != null) {
            baseModels.require(weights.getBaseModelType());
        }
        rows.save(new ModelVersionRow(
                id,
                model.id(),
                name,
                description,
                new ModelConfig().llmModelConfig(weights),
                clock.instant(),
                Door.caller()));
    }

    /** The id of the version that an update makes current. */
    String next(ModelRow model, UpdateModelInput input) {
        NextModelVersionInput version = input.getVersion();
        String asked = input.getCurrentVersionId();
        rules.require(
                Rule.VERSION_AND_CURRENT_VERSION_EXCLUDE_EACH_OTHER,
                version == null || asked == null,
                () -> new Refusal(
                        ErrorCode.INVALID_REQUEST,
                        "version and current_version_id must not be sent together: a new version becomes the current one",
                        "Send one of them."));
        String next = model.currentVersionId();
        if (version != null) {
            String id = ids.next();
            add(model, id, version.getName(), version.getDescription(), version.getConfig());
            next = rules.enforces(Rule.NEW_VERSION_BECOMES_CURRENT) ? id : next;
        } else if (asked != null) {
            next = require(model.id(), asked).id();
        }
        if (!rules.enforces(Rule.SERVICE_KEEPS_ITS_VERSION)) {
            rows.giveToServices(model.id(), next);
        }
        return next;
    }

    List<String> baseModels() {
        return baseModels.types();
    }

    String baseModel(String modelId, String id) {
        LlmModelConfig weights = require(modelId, id).config().getLlmModelConfig();
        return weights == null ? "" : weights.getBaseModelType();
    }

    ModelVersionRow require(String modelId, String id) {
        return rows.findByIdAndModelId(id, modelId).orElseThrow(() -> Refusal.noResource("model version", id));
    }

    /** The current versions of models. */
    List<ModelVersionRow> all(List<ModelRow> models) {
        return models.isEmpty()
                ? List.of()
                : rows.findByIdIn(
                        models.stream().map(ModelRow::currentVersionId).toList());
    }

    Page<ModelVersionRow> list(ModelRow model, ModelFilter asked, Window window) {
        ModelFilter filter = rules.enforces(Rule.FILTERS_NARROW_LISTS) ? asked : ModelFilter.ALL;
        return pages.read(
                window,
                () -> rows.total(model.id(), filter.name(), filter.id()),
                part -> rows.page(model.id(), filter.name(), filter.id(), part.limit(), part.offset()));
    }

    void delete(ModelRow model, String id) {
        require(model.id(), id);
        rules.require(
                Rule.CURRENT_VERSION_STAYS,
                !id.equals(model.currentVersionId()),
                () -> new Refusal(
                        ErrorCode.VERSION_IS_CURRENT,
                        "the version is the current one of its model",
                        "Make another version current first, or delete the model."));
        rules.require(
                Rule.VERSION_MUST_BE_UNUSED,
                rows.services(id) == 0,
                () -> new Refusal(
                        ErrorCode.VERSION_IN_USE,
                        "the version is used by an inference service",
                        "Delete its services first. What is being deleted still counts until it is gone."));
        if (rules.enforces(Rule.DELETION_DELETES)) {
            rows.deleteById(id);
        }
    }
}

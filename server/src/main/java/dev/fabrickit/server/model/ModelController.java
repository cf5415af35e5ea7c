package dev.fabrickit.server.model;

import dev.fabrickit.server.api.AbstractModelController;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.schema.BaseModel;
import dev.fabrickit.server.schema.BaseModelPage;
import dev.fabrickit.server.schema.CreateModelInput;
import dev.fabrickit.server.schema.Model;
import dev.fabrickit.server.schema.ModelPage;
import dev.fabrickit.server.schema.ModelRef;
import dev.fabrickit.server.schema.ModelVersion;
import dev.fabrickit.server.schema.ModelVersionPage;
import dev.fabrickit.server.schema.UpdateModelInput;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.ZoneOffset;
import java.util.List;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class ModelController extends AbstractModelController {
    private final Models models;
    private final BaseModels baseModels;

    ModelController(Models models, BaseModels baseModels) {
        this.models = models;
        this.baseModels = baseModels;
    }

    @Override
    public HttpResponse<ModelRef> createModelDefinition(String workspaceId, CreateModelInput input) {
        ModelRow row = models.create(workspaceId, input);
        return HttpResponse.ok(new ModelRef().id(row.id()).versionId(row.currentVersionId()));
    }

    @Override
    public HttpResponse<ModelPage> listModels(
            String workspaceId,
            Integer offset,
            Integer limit,
            String name,
            String id,
            String type,
            String visibility,
            String sortBy,
            String orderBy) {
        List<ModelRow> page = models.page(workspaceId, name, id, type, sortBy + " " + orderBy, limit, offset);
        return HttpResponse.ok(new ModelPage()
                .total(models.total(workspaceId, name, id, type))
                .models(page.stream().map(this::show).toList()));
    }

    @Override
    public HttpResponse<Model> updateModelDefinition(String workspaceId, String modelId, UpdateModelInput input) {
        throw Refusal.notAvailable("updateModelDefinition");
    }

    @Override
    public HttpResponse<Void> cleanupModel(String workspaceId, String modelId) {
        models.delete(workspaceId, modelId);
        return HttpResponse.ok();
    }

    @Override
    public HttpResponse<ModelVersionPage> listModelVersions(
            String workspaceId, String modelId, Integer offset, Integer limit, String versionId, String name) {
        throw Refusal.notAvailable("listModelVersions");
    }

    @Override
    public HttpResponse<Void> deleteModelVersion(String workspaceId, String modelId, String versionId) {
        throw Refusal.notAvailable("deleteModelVersion");
    }

    @Override
    public HttpResponse<BaseModelPage> listBaseModels(Integer offset, Integer limit) {
        List<BaseModel> all = baseModels.all();
        return HttpResponse.ok(new BaseModelPage()
                .total(all.size())
                .models(all.stream().skip(offset).limit(limit).toList()));
    }

    private Model show(ModelRow row) {
        return new Model()
                .id(row.id())
                .visibility("PRIVATE")
                .name(row.name())
                .description(row.description())
                .type(row.type())
                .createTime(row.createTime().atOffset(ZoneOffset.UTC))
                .updateTime(row.updateTime().atOffset(ZoneOffset.UTC))
                .createUser(row.createUser().asCreator())
                .updateUser(row.updateUser().asCreator())
                .currentVersion(show(models.currentVersion(row)));
    }

    private static ModelVersion show(ModelVersionRow row) {
        return new ModelVersion()
                .id(row.id())
                .name(row.name())
                .description(row.description())
                .config(row.config())
                .createTime(row.createTime().atOffset(ZoneOffset.UTC))
                .createUser(row.createUser().asCreator());
    }
}

package dev.fabrickit.server.model;

import dev.fabrickit.server.api.AbstractModelController;
import dev.fabrickit.server.paging.Page;
import dev.fabrickit.server.paging.Pages;
import dev.fabrickit.server.paging.Window;
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

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class ModelController extends AbstractModelController {
    private final Models models;
    private final BaseModels baseModels;
    private final Pages pages;

    ModelController(Models models, BaseModels baseModels, Pages pages) {
        this.models = models;
        this.baseModels = baseModels;
        this.pages = pages;
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
        Page<CurrentModel> page = models.list(
                workspaceId,
                new ModelFilter(name, id, type),
                visibility,
                sortBy + " " + orderBy,
                new Window(offset, limit));
        return HttpResponse.ok(new ModelPage().total(page.total()).models(page.show(ModelController::show)));
    }

    @Override
    public HttpResponse<Model> updateModelDefinition(String workspaceId, String modelId, UpdateModelInput input) {
        return HttpResponse.ok(show(models.update(workspaceId, modelId, input)));
    }

    @Override
    public HttpResponse<Void> cleanupModel(String workspaceId, String modelId) {
        models.delete(workspaceId, modelId);
        return HttpResponse.ok();
    }

    @Override
    public HttpResponse<ModelVersionPage> listModelVersions(
            String workspaceId, String modelId, Integer offset, Integer limit, String versionId, String name) {
        Page<ModelVersionRow> page = models.listVersions(
                workspaceId, modelId, new ModelFilter(name, versionId, null), new Window(offset, limit));
        return HttpResponse.ok(new ModelVersionPage().total(page.total()).versions(page.show(ModelController::show)));
    }

    @Override
    public HttpResponse<Void> deleteModelVersion(String workspaceId, String modelId, String versionId) {
        models.deleteVersion(workspaceId, modelId, versionId);
        return HttpResponse.accepted();
    }

    @Override
    public HttpResponse<BaseModelPage> listBaseModels(Integer offset, Integer limit) {
        Page<BaseModel> page = pages.of(baseModels.all(), new Window(offset, limit));
        return HttpResponse.ok(new BaseModelPage().total(page.total()).models(page.items()));
    }

    private static Model show(CurrentModel model) {
        ModelRow row = model.row();
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
                .currentVersion(model.version() == null ? null : show(model.version()));
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

package dev.fabrickit.server.inferenceservice;

import dev.fabrickit.server.Address;
import dev.fabrickit.server.api.AbstractInferenceserviceController;
import dev.fabrickit.server.lifecycle.Changes;
import dev.fabrickit.server.paging.Page;
import dev.fabrickit.server.paging.Window;
import dev.fabrickit.server.schema.DeployModelConfig;
import dev.fabrickit.server.schema.DeployServiceConfig;
import dev.fabrickit.server.schema.DeployServiceInput;
import dev.fabrickit.server.schema.GrantedUnits;
import dev.fabrickit.server.schema.ServiceConfig;
import dev.fabrickit.server.schema.ServiceInstance;
import dev.fabrickit.server.schema.ServiceModelConfig;
import dev.fabrickit.server.schema.ServicePage;
import dev.fabrickit.server.schema.ServiceRef;
import dev.fabrickit.server.schema.ServiceUnits;
import dev.fabrickit.server.schema.SourceRefOrNull;
import dev.fabrickit.server.schema.UnitRange;
import dev.fabrickit.server.schema.UpdateModelConfig;
import dev.fabrickit.server.schema.UpdateServiceConfig;
import dev.fabrickit.server.schema.UpdateServiceInput;
import dev.fabrickit.server.schema.Url;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class InferenceServiceController extends AbstractInferenceserviceController {
    private final InferenceServices services;
    private final Changes changes;
    private final Address address;

    InferenceServiceController(InferenceServices services, Changes changes, Address address) {
        this.services = services;
        this.changes = changes;
        this.address = address;
    }

    @Override
    public HttpResponse<ServiceRef> deployServiceInstance(String workspaceId, DeployServiceInput input) {
        ServiceRow row = services.deploy(workspaceId, input, askedUnits(input.getConfig()));
        return HttpResponse.<ServiceRef>accepted().body(new ServiceRef().id(row.id()));
    }

    private static @Nullable ServiceUnits askedUnits(@Nullable DeployServiceConfig config) {
        return Optional.ofNullable(config)
                .map(DeployServiceConfig::getModelInstanceConfig)
                .map(DeployModelConfig::getResource)
                .orElse(null);
    }

    @Override
    public HttpResponse<ServicePage> listServicesInstances(
            String workspaceId,
            Integer offset,
            Integer limit,
            String id,
            String name,
            String endpointId,
            String sourceId,
            String versionId,
            String type,
            String visibility,
            String sortBy,
            String orderBy) {
        // The older a service the longer its duration, so one order is the other reversed.
        boolean ascending = orderBy.equals("ASC") == sortBy.equals("CREATE_TIME");
        Page<ServiceRow> page = services.list(
                workspaceId,
                new ServiceFilter(id, name, endpointId, sourceId, versionId, type),
                visibility,
                ascending,
                new Window(offset, limit));
        return HttpResponse.ok(new ServicePage().total(page.total()).serviceInstances(page.show(this::summary)));
    }

    @Override
    public HttpResponse<ServiceInstance> showServiceInstanceDetail(String workspaceId, String instanceId) {
        return HttpResponse.ok(detail(services.require(workspaceId, instanceId)));
    }

    @Override
    public HttpResponse<ServiceRef> updateServiceInstance(
            String workspaceId, String instanceId, UpdateServiceInput input) {
        ServiceRow row = services.update(workspaceId, instanceId, input, askedRange(input.getConfig()));
        return HttpResponse.<ServiceRef>accepted().body(new ServiceRef().id(row.id()));
    }

    private static @Nullable UnitRange askedRange(@Nullable UpdateServiceConfig config) {
        return Optional.ofNullable(config)
                .map(UpdateServiceConfig::getModelInstanceConfig)
                .map(UpdateModelConfig::getResource)
                .orElse(null);
    }

    @Override
    public HttpResponse<Void> deleteServiceInstance(String workspaceId, String instanceId) {
        services.delete(workspaceId, instanceId);
        return HttpResponse.accepted();
    }

    private ServiceInstance summary(ServiceRow row) {
        return new ServiceInstance()
                .id(row.id())
                .visibility("PRIVATE")
                .source(new SourceRefOrNull()
                        .id(row.source().modelId())
                        .versionId(row.source().versionId()))
                .name(row.name())
                .description(row.description())
                .endpointId(row.endpointId())
                .status(changes.status(row.transition()))
                .type("LLM_MODEL")
                .createTime(row.createTime().atOffset(ZoneOffset.UTC))
                .updateTime(row.updateTime().atOffset(ZoneOffset.UTC))
                .duration(row.createTime().until(changes.now(), ChronoUnit.SECONDS))
                .createUser(row.createUser().asEpUser())
                .errorCode(changes.errorCode(row.transition()))
                .errorMsg(changes.errorMsg(row.transition()));
    }

    private ServiceInstance detail(ServiceRow row) {
        GrantedUnits units = new GrantedUnits()
                .specCode(row.units().specCode())
                .min(row.units().min())
                .max(row.units().max());
        String path = "/v1/workspaces/" + row.workspaceId() + "/services/instances/" + row.id() + "/invocations";
        return summary(row)
                .updateUser(row.updateUser().asEpUser())
                .url(new Url().name("ApiInvoke").address(address.of(path)).type("PRIVATE"))
                .config(new ServiceConfig().modelInstanceConfig(new ServiceModelConfig().resource(units)));
    }
}

package dev.fabrickit.server.endpoint;

import dev.fabrickit.server.Address;
import dev.fabrickit.server.api.AbstractEndpointController;
import dev.fabrickit.server.lifecycle.Changes;
import dev.fabrickit.server.paging.Page;
import dev.fabrickit.server.paging.Window;
import dev.fabrickit.server.schema.CreateEndpointInput;
import dev.fabrickit.server.schema.Endpoint;
import dev.fabrickit.server.schema.EndpointPage;
import dev.fabrickit.server.schema.EndpointRef;
import dev.fabrickit.server.schema.EndpointType;
import dev.fabrickit.server.schema.ReservedResource;
import dev.fabrickit.server.schema.UpdateEndpointInput;
import dev.fabrickit.server.schema.Url;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.ZoneOffset;
import java.util.List;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class EndpointController extends AbstractEndpointController {
    private final Endpoints endpoints;
    private final EndpointVersions versions;
    private final Changes changes;
    private final Address address;

    EndpointController(Endpoints endpoints, EndpointVersions versions, Changes changes, Address address) {
        this.endpoints = endpoints;
        this.versions = versions;
        this.changes = changes;
        this.address = address;
    }

    @Override
    public HttpResponse<Endpoint> createEndpoint(String workspaceId, CreateEndpointInput input) {
        EndpointRow row = endpoints.create(workspaceId, input.getType(), versions.first(input));
        return HttpResponse.<Endpoint>accepted().body(show(row));
    }

    @Override
    public HttpResponse<EndpointPage> listEndpoints(
            String workspaceId,
            Integer offset,
            Integer limit,
            String modelId,
            String name,
            String endpointId,
            EndpointType type,
            String visibility) {
        EndpointFilter filter = new EndpointFilter(name, endpointId, type == null ? null : type.getValue(), modelId);
        Page<EndpointRow> page = endpoints.list(workspaceId, filter, visibility, new Window(offset, limit));
        return HttpResponse.ok(new EndpointPage().total(page.total()).endpoints(page.show(this::show)));
    }

    @Override
    public HttpResponse<Endpoint> showEndpoint(String workspaceId, String endpointId, String version) {
        EndpointRow row = endpoints.require(workspaceId, endpointId);
        return HttpResponse.ok(show(row, version.equals("PREVIOUS") ? row.beforeLastUpdate() : row.present()));
    }

    @Override
    public HttpResponse<Endpoint> updateEndpoint(String workspaceId, String endpointId, UpdateEndpointInput input) {
        EndpointRow row = endpoints.update(workspaceId, endpointId, before -> versions.next(before, input));
        return HttpResponse.<Endpoint>accepted().body(show(row));
    }

    @Override
    public HttpResponse<EndpointRef> deleteEndpoint(
            String workspaceId, String endpointId, Boolean isDeleteAppInstance) {
        endpoints.delete(workspaceId, endpointId);
        return HttpResponse.<EndpointRef>accepted().body(new EndpointRef().id(endpointId));
    }

    private Endpoint show(EndpointRow row) {
        return show(row, row.present());
    }

    private Endpoint show(EndpointRow row, EndpointVersion version) {
        ReservedResource reserved = new ReservedResource();
        if (version.mu() != null) {
            reserved.mu(version.mu().show());
        }
        Endpoint endpoint = new Endpoint()
                .id(row.id())
                .visibility("PRIVATE")
                .name(version.name())
                .type(row.type())
                .status(changes.status(row.transition()))
                .description(version.description())
                .createTime(row.createTime().atOffset(ZoneOffset.UTC))
                .updateTime(version.updateTime().atOffset(ZoneOffset.UTC))
                .owner(row.owner().asUser())
                .reservedResource(reserved)
                .errorCode(changes.errorCode(row.transition()))
                .errorMsg(changes.errorMsg(row.transition()))
                .urls(List.of(new Url()
                        .name("ApiInvoke")
                        .address(address.of("/v1/workspaces/" + row.workspaceId() + "/endpoints/" + row.id()))
                        .type("PRIVATE")));
        return Extras.show(version.extras(), endpoint, reserved);
    }
}

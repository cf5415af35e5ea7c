package dev.fabrickit.server.endpoint;

import dev.fabrickit.server.Address;
import dev.fabrickit.server.api.AbstractEndpointController;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.schema.CreateEndpointInput;
import dev.fabrickit.server.schema.Endpoint;
import dev.fabrickit.server.schema.EndpointPage;
import dev.fabrickit.server.schema.EndpointRef;
import dev.fabrickit.server.schema.EndpointType;
import dev.fabrickit.server.schema.EndpointUnits;
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
    private final Address address;

    EndpointController(Endpoints endpoints, Address address) {
        this.endpoints = endpoints;
        this.address = address;
    }

    @Override
    public HttpResponse<Endpoint> createEndpoint(String workspaceId, CreateEndpointInput input) {
        ReservedResource reserved = input.getReservedResource();
        EndpointUnits units = reserved == null ? null : reserved.getMu();
        return HttpResponse.<Endpoint>accepted()
                .body(show(endpoints.create(workspaceId, input, units, Extras.of(input))));
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
        String typeName = type == null ? null : type.getValue();
        return HttpResponse.ok(new EndpointPage()
                .total(endpoints.total(workspaceId, name, endpointId, typeName, modelId))
                .endpoints(endpoints.page(workspaceId, name, endpointId, typeName, modelId, limit, offset).stream()
                        .map(this::show)
                        .toList()));
    }

    @Override
    public HttpResponse<Endpoint> showEndpoint(String workspaceId, String endpointId, String version) {
        return HttpResponse.ok(show(endpoints.require(workspaceId, endpointId)));
    }

    @Override
    public HttpResponse<Endpoint> updateEndpoint(String workspaceId, String endpointId, UpdateEndpointInput input) {
        throw Refusal.notAvailable("updateEndpoint");
    }

    @Override
    public HttpResponse<EndpointRef> deleteEndpoint(
            String workspaceId, String endpointId, Boolean isDeleteAppInstance) {
        endpoints.delete(workspaceId, endpointId);
        return HttpResponse.<EndpointRef>accepted().body(new EndpointRef().id(endpointId));
    }

    private Endpoint show(EndpointRow row) {
        ReservedResource reserved = new ReservedResource();
        if (row.specCode() != null) {
            reserved.mu(new EndpointUnits()
                    .specCode(row.specCode())
                    .min(row.minUnits())
                    .max(row.maxUnits()));
        }
        Endpoint endpoint = new Endpoint()
                .id(row.id())
                .visibility("PRIVATE")
                .name(row.name())
                .type(row.type())
                .status(endpoints.statusOf(row))
                .description(row.description())
                .createTime(row.createTime().atOffset(ZoneOffset.UTC))
                .updateTime(row.updateTime().atOffset(ZoneOffset.UTC))
                .owner(row.owner().asUser())
                .reservedResource(reserved)
                .urls(List.of(new Url()
                        .name("ApiInvoke")
                        .address(address.of("/v1/workspaces/" + row.workspaceId() + "/endpoints/" + row.id()))
                        .type("PRIVATE")));
        return Extras.show(row.extras(), endpoint, reserved);
    }
}

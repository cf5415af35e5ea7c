package dev.fabrickit.server.workspace;

import dev.fabrickit.server.Address;
import dev.fabrickit.server.api.AbstractWorkspaceController;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.schema.CreateWorkspaceInput;
import dev.fabrickit.server.schema.UpdateWorkspaceInput;
import dev.fabrickit.server.schema.Workspace;
import dev.fabrickit.server.schema.WorkspacePage;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.ZoneOffset;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class WorkspaceController extends AbstractWorkspaceController {
    private final Workspaces workspaces;
    private final Address address;

    WorkspaceController(Workspaces workspaces, Address address) {
        this.workspaces = workspaces;
        this.address = address;
    }

    @Override
    public HttpResponse<Workspace> createWorkspace(CreateWorkspaceInput input) {
        return HttpResponse.ok(show(workspaces.create(input)));
    }

    @Override
    public HttpResponse<WorkspacePage> listWorkspaces(
            Integer offset, Integer limit, String name, String id, String enterpriseProjectId) {
        return HttpResponse.ok(new WorkspacePage()
                .total(workspaces.total(name, id, enterpriseProjectId))
                .workspaces(workspaces.page(name, id, enterpriseProjectId, limit, offset).stream()
                        .map(this::show)
                        .toList()));
    }

    @Override
    public HttpResponse<Workspace> updateWorkspace(String workspaceId, UpdateWorkspaceInput input) {
        throw Refusal.notAvailable("updateWorkspace");
    }

    @Override
    public HttpResponse<Void> deleteWorkspace(String workspaceId) {
        workspaces.delete(workspaceId);
        return HttpResponse.ok();
    }

    private Workspace show(WorkspaceRow row) {
        return new Workspace()
                .id(row.id())
                .name(row.name())
                .description(row.description())
                .createTime(row.createTime().atOffset(ZoneOffset.UTC))
                .createDomainName(row.createUser().domainName())
                .createUserName(row.createUser().userName())
                .metastoreId(row.metastoreId())
                .accessUrl(address.of("/v1/workspaces/" + row.id()))
                .enterpriseProjectId(row.enterpriseProjectId());
    }
}

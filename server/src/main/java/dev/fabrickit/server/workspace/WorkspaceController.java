package dev.fabrickit.server.workspace;

import dev.fabrickit.server.Address;
import dev.fabrickit.server.api.AbstractWorkspaceController;
import dev.fabrickit.server.paging.Page;
import dev.fabrickit.server.paging.Window;
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
    private static final String ALL_PROJECTS = "all_granted_eps";

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
        String project = enterpriseProjectId.equals(ALL_PROJECTS) ? null : enterpriseProjectId;
        Page<WorkspaceRow> page = workspaces.list(new WorkspaceFilter(name, id, project), new Window(offset, limit));
        return HttpResponse.ok(new WorkspacePage().total(page.total()).workspaces(page.show(this::show)));
    }

    @Override
    public HttpResponse<Workspace> updateWorkspace(String workspaceId, UpdateWorkspaceInput input) {
        return HttpResponse.ok(show(workspaces.update(workspaceId, input)));
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

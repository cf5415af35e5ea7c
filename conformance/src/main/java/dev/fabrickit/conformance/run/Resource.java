package dev.fabrickit.conformance.run;

import dev.fabrickit.conformance.wire.Call;

/**
 * Something that a run created.
 *
 * @param workspaceId the workspace it is in; of a workspace its own id
 */
public record Resource(Kind kind, String workspaceId, String id) {

    /** A call of an operation on this resource. */
    public Call call(String operationId) {
        Call call = inWorkspace(operationId);
        return kind == Kind.WORKSPACE ? call : call.in(kind.parameter(), id);
    }

    /** A call of an operation beside this resource, in its workspace. */
    public Call inWorkspace(String operationId) {
        return Call.of(operationId).in(Kind.WORKSPACE.parameter(), workspaceId);
    }

    @Override
    public String toString() {
        return kind.noun() + " " + id + (kind == Kind.WORKSPACE ? "" : " in workspace " + workspaceId);
    }
}

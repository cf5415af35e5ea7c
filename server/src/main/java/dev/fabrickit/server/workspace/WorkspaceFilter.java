package dev.fabrickit.server.workspace;

import org.jspecify.annotations.Nullable;

/** Which workspaces a list keeps; null keeps all. All but the name, which is a part of theirs, are exact. */
record WorkspaceFilter(
        @Nullable String name,
        @Nullable String id,
        @Nullable String project) {
    static final WorkspaceFilter ALL = new WorkspaceFilter(null, null, null);
}

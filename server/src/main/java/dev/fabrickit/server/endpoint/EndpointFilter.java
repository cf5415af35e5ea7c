package dev.fabrickit.server.endpoint;

import org.jspecify.annotations.Nullable;

/** Which endpoints a list keeps; null keeps all. All but the name, which is a part of theirs, are exact. */
record EndpointFilter(
        @Nullable String name,
        @Nullable String id,
        @Nullable String type,
        @Nullable String modelId) {
    static final EndpointFilter ALL = new EndpointFilter(null, null, null, null);
}

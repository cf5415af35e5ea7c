package dev.fabrickit.server.inferenceservice;

import org.jspecify.annotations.Nullable;

/** Which inference services a list keeps; null keeps all. All but the name, which is a part of theirs, are exact. */
record ServiceFilter(
        @Nullable String id,
        @Nullable String name,
        @Nullable String endpointId,
        @Nullable String modelId,
        @Nullable String versionId,
        @Nullable String type) {
    static final ServiceFilter ALL = new ServiceFilter(null, null, null, null, null, null);
}

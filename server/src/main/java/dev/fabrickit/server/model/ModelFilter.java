package dev.fabrickit.server.model;

import org.jspecify.annotations.Nullable;

/** Which models, or versions of a model, a list keeps; null keeps all. All but the name, which is a part of theirs, are exact. */
record ModelFilter(
        @Nullable String name,
        @Nullable String id,
        @Nullable String type) {
    static final ModelFilter ALL = new ModelFilter(null, null, null);
}

package dev.fabrickit.server.model;

import org.jspecify.annotations.Nullable;

/**
 * A model with its current version.
 *
 * @param version null only when a server that keeps not all rules let it be deleted
 */
record CurrentModel(ModelRow row, @Nullable ModelVersionRow version) {}

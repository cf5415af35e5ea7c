package dev.fabrickit.server.model;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.fabrickit.server.JsonColumn;
import dev.fabrickit.server.schema.ModelConfig;
import jakarta.inject.Singleton;

/** What a model version consists of, in one column. */
@Singleton
public class ModelConfigColumn extends JsonColumn<ModelConfig> {
    ModelConfigColumn() {
        super(new TypeReference<>() {});
    }
}

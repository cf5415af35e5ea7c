package dev.fabrickit.server.model;

import dev.fabrickit.server.auth.Caller;
import dev.fabrickit.server.auth.CallerColumn;
import dev.fabrickit.server.schema.ModelConfig;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version of a model as it is stored. */
@MappedEntity("model_version")
record ModelVersionRow(
        @Id String id,
        String modelId,
        String name,
        @Nullable String description,

        @MappedProperty(type = DataType.STRING, converter = ModelConfigColumn.class)
        ModelConfig config,

        Instant createTime,

        @MappedProperty(type = DataType.STRING, converter = CallerColumn.class)
        Caller createUser) {}

package dev.fabrickit.server.model;

import dev.fabrickit.server.auth.Caller;
import dev.fabrickit.server.auth.CallerColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A model as it is stored. */
@MappedEntity("model")
record ModelRow(
        @Id String id,
        String workspaceId,
        String name,
        String type,
        @Nullable String description,
        String currentVersionId,
        Instant createTime,
        Instant updateTime,

        @MappedProperty(type = DataType.STRING, converter = CallerColumn.class)
        Caller createUser,

        @MappedProperty(type = DataType.STRING, converter = CallerColumn.class)
        Caller updateUser) {

    ModelRow with(
            String name, @Nullable String description, String currentVersionId, Instant updateTime, Caller updateUser) {
        return new ModelRow(
                id,
                workspaceId,
                name,
                type,
                description,
                currentVersionId,
                createTime,
                updateTime,
                createUser,
                updateUser);
    }
}

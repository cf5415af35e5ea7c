package dev.fabrickit.server.inferenceservice;

import dev.fabrickit.server.auth.Caller;
import dev.fabrickit.server.auth.CallerColumn;
import dev.fabrickit.server.lifecycle.Transition;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Relation;
import io.micronaut.data.annotation.Transient;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An inference service as it is stored. */
@MappedEntity("inference_service")
public record ServiceRow(
        @Id String id,
        String workspaceId,
        String endpointId,
        @Relation(Relation.Kind.EMBEDDED) Source source,
        String name,
        @Nullable String description,
        @Relation(Relation.Kind.EMBEDDED) Units units,
        Instant createTime,
        Instant updateTime,

        @MappedProperty(type = DataType.STRING, converter = CallerColumn.class)
        Caller createUser,

        @MappedProperty(type = DataType.STRING, converter = CallerColumn.class)
        Caller updateUser,

        @Relation(Relation.Kind.EMBEDDED) Transition transition) {

    ServiceRow with(Transition transition) {
        return new ServiceRow(
                id,
                workspaceId,
                endpointId,
                source,
                name,
                description,
                units,
                createTime,
                updateTime,
                createUser,
                updateUser,
                transition);
    }

    ServiceRow with(
            Source source,
            String name,
            @Nullable String description,
            Units units,
            Instant updateTime,
            Caller updateUser) {
        return new ServiceRow(
                id,
                workspaceId,
                endpointId,
                source,
                name,
                description,
                units,
                createTime,
                updateTime,
                createUser,
                updateUser,
                transition);
    }

    @Transient
    public String modelId() {
        return source.modelId();
    }
}

package dev.fabrickit.server.endpoint;

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

/**
 * An endpoint as it is stored.
 *
 * @param name the name of the present version, to search by
 * @param previous null before the first update
 */
@MappedEntity("endpoint")
public record EndpointRow(
        @Id String id,
        String workspaceId,
        String name,
        String type,
        Instant createTime,

        @MappedProperty(type = DataType.STRING, converter = CallerColumn.class)
        Caller owner,

        @MappedProperty(type = DataType.STRING, converter = EndpointVersionColumn.class)
        EndpointVersion present,

        @Nullable @MappedProperty(type = DataType.STRING, converter = EndpointVersionColumn.class)
        EndpointVersion previous,

        @Relation(Relation.Kind.EMBEDDED) Transition transition) {

    EndpointRow with(Transition transition) {
        return new EndpointRow(id, workspaceId, name, type, createTime, owner, present, previous, transition);
    }

    EndpointRow with(EndpointVersion present, @Nullable EndpointVersion previous) {
        return new EndpointRow(id, workspaceId, present.name(), type, createTime, owner, present, previous, transition);
    }

    @Transient
    EndpointVersion beforeLastUpdate() {
        return previous == null ? present : previous;
    }
}

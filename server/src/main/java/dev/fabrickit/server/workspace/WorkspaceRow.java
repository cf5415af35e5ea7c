package dev.fabrickit.server.workspace;

import dev.fabrickit.server.auth.Caller;
import dev.fabrickit.server.auth.CallerColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A workspace as it is stored. */
@MappedEntity("workspace")
record WorkspaceRow(
        @Id String id,
        String tenant,
        String name,
        @Nullable String description,
        @Nullable String metastoreId,
        String enterpriseProjectId,
        Instant createTime,

        @MappedProperty(type = DataType.STRING, converter = CallerColumn.class)
        Caller createUser) {

    WorkspaceRow with(String name, @Nullable String description, @Nullable String metastoreId) {
        return new WorkspaceRow(
                id, tenant, name, description, metastoreId, enterpriseProjectId, createTime, createUser);
    }
}

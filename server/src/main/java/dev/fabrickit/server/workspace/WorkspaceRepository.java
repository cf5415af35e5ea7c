package dev.fabrickit.server.workspace;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tenant of null means any. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface WorkspaceRepository extends CrudRepository<WorkspaceRow, String> {
    String OF_TENANT = " FROM workspace WHERE (CAST(:tenant AS varchar) IS NULL OR tenant = :tenant)";

    String MATCHES = OF_TENANT + """
             AND (CAST(:name AS varchar) IS NULL OR position(CAST(:name AS varchar) IN name) > 0)
             AND (CAST(:id AS varchar) IS NULL OR id = :id)
             AND (CAST(:project AS varchar) IS NULL OR enterprise_project_id = :project)
            """;

    @Query("SELECT *" + OF_TENANT + " AND id = :id")
    Optional<WorkspaceRow> find(@Nullable String tenant, String id);

    /** Holds the row until the transaction ends. */
    @Query("SELECT *" + OF_TENANT + " AND id = :id FOR UPDATE")
    Optional<WorkspaceRow> hold(@Nullable String tenant, String id);

    @Query("INSERT INTO tenant (id) VALUES (:tenant) ON CONFLICT DO NOTHING")
    void enrol(String tenant);

    /** Holds all that is decided by how many workspaces an account has, until the transaction ends. */
    @Query("SELECT id FROM tenant WHERE id = :tenant FOR UPDATE")
    String holdTenant(String tenant);

    int countByTenant(String tenant);

    @Query("SELECT *" + MATCHES + " ORDER BY create_time DESC, seq DESC LIMIT :limit OFFSET :offset")
    List<WorkspaceRow> page(
            @Nullable String tenant,
            @Nullable String name,
            @Nullable String id,
            @Nullable String project,
            int limit,
            int offset);

    @Query("SELECT count(*)" + MATCHES)
    int total(@Nullable String tenant, @Nullable String name, @Nullable String id, @Nullable String project);

    /** What a workspace still holds, as words for a message; empty when it can be deleted. */
    @Query("""
            SELECT 'endpoints' WHERE EXISTS (SELECT 1 FROM endpoint WHERE workspace_id = :id)
            UNION ALL SELECT 'models' WHERE EXISTS (SELECT 1 FROM model WHERE workspace_id = :id)
            UNION ALL SELECT 'inference services'
            WHERE EXISTS (SELECT 1 FROM inference_service WHERE workspace_id = :id)
            """)
    List<String> holdings(String id);
}

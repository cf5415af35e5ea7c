package dev.fabrickit.server.workspace;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface WorkspaceRepository extends CrudRepository<WorkspaceRow, String> {
    String MATCHES = """
             FROM workspace WHERE tenant = :tenant
             AND (CAST(:name AS varchar) IS NULL OR position(CAST(:name AS varchar) IN name) > 0)
             AND (CAST(:id AS varchar) IS NULL OR id = :id)
             AND (:project = 'all_granted_eps' OR enterprise_project_id = :project)
            """;

    Optional<WorkspaceRow> findByIdAndTenant(String id, String tenant);

    /** Holds the row until the transaction ends, so that what is decided by its contents stays true. */
    @Query("SELECT * FROM workspace WHERE id = :id AND tenant = :tenant FOR UPDATE")
    Optional<WorkspaceRow> lock(String id, String tenant);

    @Query("SELECT *" + MATCHES + " ORDER BY seq DESC LIMIT :limit OFFSET :offset")
    List<WorkspaceRow> page(
            String tenant, @Nullable String name, @Nullable String id, String project, int limit, int offset);

    @Query("SELECT count(*)" + MATCHES)
    int total(String tenant, @Nullable String name, @Nullable String id, String project);

    /** What a workspace still holds, as words for a message; empty when it can be deleted. */
    @Query("""
            SELECT 'endpoints' WHERE EXISTS (SELECT 1 FROM endpoint WHERE workspace_id = :id)
            UNION ALL SELECT 'models' WHERE EXISTS (SELECT 1 FROM model WHERE workspace_id = :id)
            UNION ALL SELECT 'inference services'
            WHERE EXISTS (SELECT 1 FROM inference_service WHERE workspace_id = :id)
            """)
    List<String> holdings(String id);
}

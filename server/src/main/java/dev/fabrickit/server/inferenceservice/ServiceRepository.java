package dev.fabrickit.server.inferenceservice;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ServiceRepository extends CrudRepository<ServiceRow, String> {
    String MATCHES = """
             FROM inference_service WHERE workspace_id = :workspaceId
             AND NOT (transition_phase = 'DELETING' AND transition_settles_at <= :now)
             AND (CAST(:id AS varchar) IS NULL OR id = :id)
             AND (CAST(:name AS varchar) IS NULL OR position(CAST(:name AS varchar) IN name) > 0)
             AND (CAST(:endpointId AS varchar) IS NULL OR endpoint_id = :endpointId)
             AND (CAST(:modelId AS varchar) IS NULL OR source_model_id = :modelId)
             AND (CAST(:versionId AS varchar) IS NULL OR source_version_id = :versionId)
             AND (CAST(:type AS varchar) IS NULL OR :type = 'LLM_MODEL')
            """;

    /**
     * Finds it if the workspace is there.
     *
     * @param tenant whose workspace; null means anybody's
     * @param inside whether it must be in that workspace
     */
    @Query("""
            SELECT * FROM inference_service WHERE id = :id AND (workspace_id = :workspaceId OR NOT :inside)
            AND EXISTS (SELECT 1 FROM workspace w WHERE w.id = :workspaceId
                AND (CAST(:tenant AS varchar) IS NULL OR w.tenant = :tenant))
            """)
    Optional<ServiceRow> find(@Nullable String tenant, String workspaceId, String id, boolean inside);

    List<ServiceRow> findByEndpointId(String endpointId);

    int countByWorkspaceId(String workspaceId);

    @Query("SELECT COALESCE(SUM(units_max), 0) FROM inference_service WHERE endpoint_id = :endpointId AND id <> :id")
    int unitsHeldByOthers(String endpointId, String id);

    /** Newest first, or oldest first when ascending: the time of creation and the duration sort alike, reversed. */
    @Query("SELECT *" + MATCHES + """
             ORDER BY CASE WHEN :ascending THEN create_time END ASC, CASE WHEN :ascending THEN seq END ASC,
             create_time DESC, seq DESC
             LIMIT :limit OFFSET :offset
            """)
    List<ServiceRow> page(
            String workspaceId,
            Instant now,
            @Nullable String id,
            @Nullable String name,
            @Nullable String endpointId,
            @Nullable String modelId,
            @Nullable String versionId,
            @Nullable String type,
            boolean ascending,
            int limit,
            int offset);

    @Query("SELECT count(*)" + MATCHES)
    int total(
            String workspaceId,
            Instant now,
            @Nullable String id,
            @Nullable String name,
            @Nullable String endpointId,
            @Nullable String modelId,
            @Nullable String versionId,
            @Nullable String type);
}

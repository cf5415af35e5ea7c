package dev.fabrickit.server.inferenceservice;

import dev.fabrickit.server.lifecycle.Phase;
import io.micronaut.data.annotation.Id;
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
             AND NOT (phase = 'DELETING' AND settles_at <= :now)
             AND (CAST(:id AS varchar) IS NULL OR id = :id)
             AND (CAST(:name AS varchar) IS NULL OR position(CAST(:name AS varchar) IN name) > 0)
             AND (CAST(:endpointId AS varchar) IS NULL OR endpoint_id = :endpointId)
             AND (CAST(:modelId AS varchar) IS NULL OR model_id = :modelId)
             AND (CAST(:versionId AS varchar) IS NULL OR version_id = :versionId)
            """;

    Optional<ServiceRow> findByIdAndWorkspaceId(String id, String workspaceId);

    void update(@Id String id, Phase phase, Instant beginsAt, Instant settlesAt);

    @Query("SELECT COALESCE(SUM(max_units), 0) FROM inference_service WHERE endpoint_id = :endpointId")
    int unitsHeld(String endpointId);

    /** Newest first, or oldest first when ascending: the time of creation and the duration sort alike, reversed. */
    @Query("SELECT *" + MATCHES
            + " ORDER BY CASE WHEN :ascending THEN seq END ASC, seq DESC LIMIT :limit OFFSET :offset")
    List<ServiceRow> page(
            String workspaceId,
            Instant now,
            @Nullable String id,
            @Nullable String name,
            @Nullable String endpointId,
            @Nullable String modelId,
            @Nullable String versionId,
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
            @Nullable String versionId);
}

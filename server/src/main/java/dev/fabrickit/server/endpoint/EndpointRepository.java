package dev.fabrickit.server.endpoint;

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
interface EndpointRepository extends CrudRepository<EndpointRow, String> {
    String MATCHES = """
             FROM endpoint WHERE workspace_id = :workspaceId
             AND NOT (phase = 'DELETING' AND settles_at <= :now)
             AND (CAST(:name AS varchar) IS NULL OR position(CAST(:name AS varchar) IN name) > 0)
             AND (CAST(:id AS varchar) IS NULL OR id = :id)
             AND (CAST(:type AS varchar) IS NULL OR type = :type)
             AND (CAST(:modelId AS varchar) IS NULL OR EXISTS (
                 SELECT 1 FROM inference_service s WHERE s.endpoint_id = endpoint.id AND s.model_id = :modelId
                 AND NOT (s.phase = 'DELETING' AND s.settles_at <= :now)))
            """;

    Optional<EndpointRow> findByIdAndWorkspaceId(String id, String workspaceId);

    /** Holds the row until the transaction ends, so that what is decided by its units stays true. */
    @Query("SELECT * FROM endpoint WHERE id = :id AND workspace_id = :workspaceId FOR UPDATE")
    Optional<EndpointRow> lock(String id, String workspaceId);

    boolean existsByWorkspaceIdAndName(String workspaceId, String name);

    void update(@Id String id, Phase phase, Instant beginsAt, Instant settlesAt);

    @Query("SELECT *" + MATCHES + " ORDER BY seq DESC LIMIT :limit OFFSET :offset")
    List<EndpointRow> page(
            String workspaceId,
            Instant now,
            @Nullable String name,
            @Nullable String id,
            @Nullable String type,
            @Nullable String modelId,
            int limit,
            int offset);

    @Query("SELECT count(*)" + MATCHES)
    int total(
            String workspaceId,
            Instant now,
            @Nullable String name,
            @Nullable String id,
            @Nullable String type,
            @Nullable String modelId);

    @Query("SELECT count(*) FROM inference_service WHERE endpoint_id = :id")
    int services(String id);
}

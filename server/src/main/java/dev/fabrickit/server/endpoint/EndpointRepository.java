package dev.fabrickit.server.endpoint;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
abstract class EndpointRepository implements CrudRepository<EndpointRow, String> {
    private static final String FIND = "SELECT " + EndpointColumns.NAMES + """
             FROM endpoint WHERE id = ? AND (workspace_id = ? OR NOT ?)
            AND EXISTS (SELECT 1 FROM workspace w WHERE w.id = ?
                AND (CAST(? AS varchar) IS NULL OR w.tenant = ?))
            """;

    static final String MATCHES = """
             FROM endpoint WHERE workspace_id = :workspaceId
             AND NOT (transition_phase = 'DELETING' AND transition_settles_at <= :now
                 AND transition_trouble IS DISTINCT FROM 'DELETE_FAILED')
             AND (CAST(:name AS varchar) IS NULL OR position(CAST(:name AS varchar) IN name) > 0)
             AND (CAST(:id AS varchar) IS NULL OR id = :id)
             AND (CAST(:type AS varchar) IS NULL OR type = :type)
             AND (CAST(:modelId AS varchar) IS NULL OR EXISTS (
                 SELECT 1 FROM inference_service s WHERE s.endpoint_id = endpoint.id AND s.source_model_id = :modelId
                 AND NOT (s.transition_phase = 'DELETING' AND s.transition_settles_at <= :now)))
            """;

    private final JdbcOperations jdbc;
    private final EndpointColumns columns;

    EndpointRepository(JdbcOperations jdbc, EndpointColumns columns) {
        this.jdbc = jdbc;
        this.columns = columns;
    }

    /**
     * Finds it if the workspace is there.
     *
     * @param tenant whose workspace; null means anybody's
     * @param inside whether it must be in that workspace
     */
    @Connectable
    Optional<EndpointRow> find(@Nullable String tenant, String workspaceId, String id, boolean inside) {
        return jdbc.prepareStatement(FIND, statement -> {
            statement.setString(1, id);
            statement.setString(2, workspaceId);
            statement.setBoolean(3, inside);
            statement.setString(4, workspaceId);
            statement.setString(5, tenant);
            statement.setString(6, tenant);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(columns.read(row)) : Optional.empty();
            }
        });
    }

    abstract boolean existsByWorkspaceIdAndNameAndIdNotEquals(String workspaceId, String name, String id);

    abstract int countByWorkspaceId(String workspaceId);

    @Query("SELECT *" + MATCHES + " ORDER BY create_time DESC, seq DESC LIMIT :limit OFFSET :offset")
    abstract List<EndpointRow> page(
            String workspaceId,
            Instant now,
            @Nullable String name,
            @Nullable String id,
            @Nullable String type,
            @Nullable String modelId,
            int limit,
            int offset);

    @Query("SELECT count(*)" + MATCHES)
    abstract int total(
            String workspaceId,
            Instant now,
            @Nullable String name,
            @Nullable String id,
            @Nullable String type,
            @Nullable String modelId);

    @Query("SELECT COALESCE(SUM(units_max), 0) FROM inference_service WHERE endpoint_id = :id")
    abstract int unitsHeld(String id);

    @Query("SELECT count(*) FROM inference_service WHERE endpoint_id = :id")
    abstract int services(String id);
}

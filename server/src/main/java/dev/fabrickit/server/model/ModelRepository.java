package dev.fabrickit.server.model;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ModelRepository extends CrudRepository<ModelRow, String> {
    String MATCHES = """
             FROM model WHERE workspace_id = :workspaceId
             AND (CAST(:name AS varchar) IS NULL OR position(CAST(:name AS varchar) IN name) > 0)
             AND (CAST(:id AS varchar) IS NULL OR id = :id)
             AND (CAST(:type AS varchar) IS NULL OR type = :type)
            """;

    Optional<ModelRow> findByIdAndWorkspaceId(String id, String workspaceId);

    int countByWorkspaceId(String workspaceId);

    /**
     * The order is a field and a direction as in the contract, with a blank between. Names are compared as bytes: else each
     * database would have an order of its own.
     */
    @Query("SELECT *" + MATCHES + """
             ORDER BY
             CASE WHEN :order = 'NAME ASC' THEN CAST(name AS bytea) END ASC,
             CASE WHEN :order = 'NAME DESC' THEN CAST(name AS bytea) END DESC,
             CASE WHEN :order = 'UPDATE_TIME ASC' THEN update_time END ASC,
             CASE WHEN :order = 'UPDATE_TIME DESC' THEN update_time END DESC,
             CASE WHEN :order LIKE '% ASC' THEN create_time END ASC,
             CASE WHEN :order LIKE '% ASC' THEN seq END ASC,
             create_time DESC, seq DESC
             LIMIT :limit OFFSET :offset
            """)
    List<ModelRow> page(
            String workspaceId,
            @Nullable String name,
            @Nullable String id,
            @Nullable String type,
            String order,
            int limit,
            int offset);

    @Query("SELECT count(*)" + MATCHES)
    int total(String workspaceId, @Nullable String name, @Nullable String id, @Nullable String type);

    @Query("SELECT count(*) FROM inference_service WHERE source_model_id = :id")
    int services(String id);
}

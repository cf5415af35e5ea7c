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

    /** Holds the row until the transaction ends, so that nothing is built on a model that is being deleted. */
    @Query("SELECT * FROM model WHERE id = :id AND workspace_id = :workspaceId FOR UPDATE")
    Optional<ModelRow> lock(String id, String workspaceId);

    /** The order is a field and a direction as in the contract, with a blank between. */
    @Query("SELECT *" + MATCHES + """
             ORDER BY
             CASE WHEN :order = 'NAME ASC' THEN name END ASC,
             CASE WHEN :order = 'NAME DESC' THEN name END DESC,
             CASE WHEN :order = 'UPDATE_TIME ASC' THEN update_time END ASC,
             CASE WHEN :order = 'UPDATE_TIME DESC' THEN update_time END DESC,
             CASE WHEN :order LIKE '% ASC' THEN seq END ASC,
             seq DESC
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

    @Query("SELECT count(*) FROM inference_service WHERE model_id = :id")
    int services(String id);
}

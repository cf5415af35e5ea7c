package dev.fabrickit.server.model;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ModelVersionRepository extends CrudRepository<ModelVersionRow, String> {
    String MATCHES = """
             FROM model_version WHERE model_id = :modelId
             AND (CAST(:name AS varchar) IS NULL OR position(CAST(:name AS varchar) IN name) > 0)
             AND (CAST(:id AS varchar) IS NULL OR id = :id)
            """;

    Optional<ModelVersionRow> findByIdAndModelId(String id, String modelId);

    List<ModelVersionRow> findByIdIn(Collection<String> ids);

    int countByModelId(String modelId);

    @Query("SELECT *" + MATCHES + " ORDER BY create_time DESC, seq DESC LIMIT :limit OFFSET :offset")
    List<ModelVersionRow> page(String modelId, @Nullable String name, @Nullable String id, int limit, int offset);

    @Query("SELECT count(*)" + MATCHES)
    int total(String modelId, @Nullable String name, @Nullable String id);

    @Query("SELECT count(*) FROM inference_service WHERE source_version_id = :id")
    int services(String id);

    /** What no service does by itself: it keeps the version that it was deployed with. */
    @Query("UPDATE inference_service SET source_version_id = :id WHERE source_model_id = :modelId")
    void giveToServices(String modelId, String id);
}

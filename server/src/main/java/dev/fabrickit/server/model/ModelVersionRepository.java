package dev.fabrickit.server.model;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ModelVersionRepository extends CrudRepository<ModelVersionRow, String> {
    Optional<ModelVersionRow> findByIdAndModelId(String id, String modelId);
}

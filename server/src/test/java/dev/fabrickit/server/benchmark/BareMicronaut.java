package dev.fabrickit.server.benchmark;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.DefaultApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.inject.BeanDefinitionReference;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Micronaut with the settings and the database of a stub, but nothing of the stub: one route that reads one row. */
final class BareMicronaut implements AutoCloseable {
    private static final String STUB = "dev.fabrickit.server.";

    private final ApplicationContext context;

    BareMicronaut(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("flyway.enabled", false);
        all.put("micronaut.metrics.enabled", false);
        context = withoutTheStub();
        context.getEnvironment().addPropertySource(PropertySource.of(all));
        context.start();
        context.getBean(EmbeddedServer.class).start();
    }

    @SuppressWarnings({"overrides", "rawtypes"})
    private static ApplicationContext withoutTheStub() {
        return new DefaultApplicationContext() {
            @Override
            protected List<BeanDefinitionReference> resolveBeanDefinitionReferences() {
                return super.resolveBeanDefinitionReferences().stream()
                        .filter(bean -> !bean.getBeanDefinitionName().startsWith(STUB)
                                || bean.getBeanDefinitionName().startsWith(BareMicronaut.class.getPackageName()))
                        .toList();
            }
        };
    }

    int port() {
        return context.getBean(EmbeddedServer.class).getPort();
    }

    @MappedEntity("endpoint")
    record Row(@Id String id, String workspaceId, String name, String type, String owner, String present) {}

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Rows extends GenericRepository<Row, String> {
        Optional<Row> findByIdAndWorkspaceId(String id, String workspaceId);
    }

    @Controller
    static class Route {
        private final Rows rows;

        Route(Rows rows) {
            this.rows = rows;
        }

        @Get("/bare/{workspaceId}/{id}")
        @ExecuteOn(TaskExecutors.BLOCKING)
        Optional<Row> show(String workspaceId, String id) {
            return rows.findByIdAndWorkspaceId(id, workspaceId);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}

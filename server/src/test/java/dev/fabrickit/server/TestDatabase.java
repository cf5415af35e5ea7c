package dev.fabrickit.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Where the stubs of the tests keep what is created: the build runs them on both. */
enum TestDatabase {
    H2 {
        @Override
        Map<String, Object> create() {
            return Database.memory();
        }
    },
    POSTGRESQL {
        @Override
        Map<String, Object> create() {
            return Server.create();
        }
    };

    /** Settings of a database that nobody has used yet. */
    abstract Map<String, Object> create();

    /** The one that this run of the tests is for. */
    static TestDatabase chosen() {
        return "postgresql".equals(System.getProperty("fabrickit.test.database")) ? POSTGRESQL : H2;
    }

    /** One PostgreSQL for all tests of this process, with which it ends. */
    private static final class Server {
        private static final EmbeddedPostgres POSTGRESQL = start();
        private static final AtomicInteger DATABASES = new AtomicInteger();

        static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static Map<String, Object> create() {
            String name = "stub" + DATABASES.incrementAndGet();
            try (Connection connection = POSTGRESQL.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return Database.postgresql(POSTGRESQL.getJdbcUrl("postgres", name));
        }
    }
}

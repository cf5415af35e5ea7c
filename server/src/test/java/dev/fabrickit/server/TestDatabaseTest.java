package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("database")
class TestDatabaseTest {
    @RegisterExtension
    static final StubDriver STUB = StubDriver.shared();

    @Test
    void theStubsOfTheTestsAreOnTheDatabaseThatTheBuildChose() throws SQLException {
        String chosen = System.getProperty("fabrickit.test.database", "h2");
        DataSource pool = DelegatingDataSource.unwrapDataSource(STUB.bean(DataSource.class));
        try (Connection connection = pool.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualToIgnoringCase(chosen);
        }
    }
}

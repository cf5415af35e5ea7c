package dev.fabrickit.server.lifecycle;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

/**
 * Removes the rows of resources whose deletion is over, so that names, units and parents come free. Reads do not depend on
 * it: they leave out what is gone.
 */
@Singleton
public class Departed {
    private static final List<String> CHILDREN_FIRST = List.of("inference_service", "endpoint");

    private final JdbcOperations jdbc;
    private final Clock clock;

    Departed(JdbcOperations jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Joins the transaction under way. */
    public void remove() {
        Timestamp now = Timestamp.from(clock.instant());
        for (String table : CHILDREN_FIRST) {
            jdbc.prepareStatement(
                    "DELETE FROM " + table + " WHERE phase = 'DELETING' AND settles_at <= ?", statement -> {
                        statement.setTimestamp(1, now);
                        return statement.executeUpdate();
                    });
        }
    }
}

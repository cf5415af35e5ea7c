package dev.fabrickit.server.lifecycle;

import dev.fabrickit.server.seam.Rule;
import dev.fabrickit.server.seam.Rules;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
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
    private final Rules rules;

    Departed(JdbcOperations jdbc, Clock clock, Rules rules) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.rules = rules;
    }

    /** Joins the transaction under way, which must hold the workspace. */
    public void removeFrom(String workspaceId) {
        Instant until = rules.enforces(Rule.WHAT_IS_BEING_DELETED_STILL_COUNTS) ? clock.instant() : Transition.NEVER;
        for (String table : CHILDREN_FIRST) {
            jdbc.prepareStatement(
                    "DELETE FROM " + table + " WHERE workspace_id = ? AND transition_phase = 'DELETING'"
                            + " AND transition_settles_at <= ?"
                            + " AND transition_trouble IS DISTINCT FROM 'DELETE_FAILED'",
                    statement -> {
                        statement.setString(1, workspaceId);
                        statement.setTimestamp(2, Timestamp.from(until));
                        return statement.executeUpdate();
                    });
        }
    }
}

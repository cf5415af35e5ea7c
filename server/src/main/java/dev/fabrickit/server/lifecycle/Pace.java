package dev.fabrickit.server.lifecycle;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Whether changes take time. */
@Singleton
public class Pace {
    private final JdbcOperations jdbc;
    private final Clock clock;
    private volatile boolean instant;

    Pace(JdbcOperations jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public boolean isInstant() {
        return instant;
    }

    /** How long a change takes that takes so long by itself. */
    Duration of(Duration delay) {
        return instant ? Duration.ZERO : delay;
    }

    /** From now on every change takes its time. */
    public void takeTime() {
        instant = false;
    }

    /** Settles at once what is under way, and whatever comes. What waits for a resource in trouble goes on waiting. */
    @Transactional
    public void settleAtOnce() {
        instant = true;
        // Whoever changes something in a workspace holds it; all others are kept out in the order in which everybody
        // locks.
        jdbc.prepareStatement("SELECT id FROM workspace ORDER BY id FOR UPDATE", PreparedStatement::executeQuery);
        Timestamp now = Timestamp.from(clock.instant());
        for (String table : List.of("endpoint", "inference_service")) {
            jdbc.prepareStatement(
                    "UPDATE " + table + " SET transition_settles_at = ?,"
                            + " transition_begins_at = CASE WHEN transition_begins_at > ? THEN ? ELSE transition_begins_at END,"
                            + " transition_runs_from = CASE WHEN transition_runs_from > ? THEN ? ELSE transition_runs_from END"
                            + " WHERE transition_settles_at > ? AND transition_settles_at < ?",
                    statement -> {
                        for (int parameter = 1; parameter <= 6; parameter++) {
                            statement.setTimestamp(parameter, now);
                        }
                        statement.setTimestamp(7, Timestamp.from(Transition.NEVER));
                        return statement.executeUpdate();
                    });
        }
    }
}

package dev.fabrickit.server.endpoint;

import dev.fabrickit.server.auth.CallerColumn;
import dev.fabrickit.server.lifecycle.Phase;
import dev.fabrickit.server.lifecycle.Transition;
import dev.fabrickit.server.lifecycle.Trouble;
import io.micronaut.core.convert.ConversionContext;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads an endpoint by the positions of its columns. Endpoints are polled until they run, and the framework's reading by names
 * costs more than all else of that: {@code ShowEndpointTest} in the benchmarks measures it.
 */
@Singleton
final class EndpointColumns {
    /** What is read, in this order. */
    static final String NAMES = "id, workspace_id, name, type, create_time, owner, present, previous, transition_phase,"
            + " transition_begins_at, transition_settles_at, transition_runs_from, transition_trouble,"
            + " transition_error_code, transition_error_msg";

    private final CallerColumn callers;
    private final EndpointVersionColumn versions;

    EndpointColumns(CallerColumn callers, EndpointVersionColumn versions) {
        this.callers = callers;
        this.versions = versions;
    }

    EndpointRow read(ResultSet row) throws SQLException {
        String previous = row.getString(8);
        return new EndpointRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                time(row, 5),
                callers.convertToEntityValue(row.getString(6), ConversionContext.DEFAULT),
                version(row.getString(7)),
                previous == null ? null : version(previous),
                new Transition(
                        Phase.valueOf(row.getString(9)),
                        time(row, 10),
                        time(row, 11),
                        time(row, 12),
                        trouble(row.getString(13)),
                        row.getString(14),
                        row.getString(15)));
    }

    private EndpointVersion version(String json) {
        return versions.convertToEntityValue(json, ConversionContext.DEFAULT);
    }

    private static @Nullable Trouble trouble(@Nullable String name) {
        return name == null ? null : Trouble.valueOf(name);
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

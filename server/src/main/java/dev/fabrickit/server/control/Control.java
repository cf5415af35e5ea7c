package dev.fabrickit.server.control;

import dev.fabrickit.server.StubClock;
import dev.fabrickit.server.lifecycle.AllGone;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;

/** What can be done to a stub from outside, beside the service it plays. */
@Singleton
@Requires(property = Control.ENABLED, value = "true")
class Control {
    /** Off unless this setting is true. */
    static final String ENABLED = "fabrickit.control";

    private final JdbcOperations jdbc;
    private final StubClock clock;
    private final Journal journal;
    private final ApplicationEventPublisher<AllGone> listeners;

    Control(JdbcOperations jdbc, StubClock clock, Journal journal, ApplicationEventPublisher<AllGone> listeners) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.journal = journal;
        this.listeners = listeners;
    }

    /** Makes the stub as new: nothing created, nothing noted, the clock running. */
    @Transactional
    void reset() {
        // All else goes with its workspace, in the order in which everybody locks.
        jdbc.prepareStatement("DELETE FROM workspace", PreparedStatement::executeUpdate);
        listeners.publishEvent(new AllGone());
        journal.clear();
        clock.follow();
    }
}

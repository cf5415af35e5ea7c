package dev.fabrickit.server.control;

import dev.fabrickit.server.StubClock;
import dev.fabrickit.server.lifecycle.AllGone;
import dev.fabrickit.server.lifecycle.Pace;
import dev.fabrickit.server.seam.Rules;
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
    private final Pace pace;
    private final Rules rules;
    private final Journal journal;
    private final ApplicationEventPublisher<AllGone> listeners;

    Control(
            JdbcOperations jdbc,
            StubClock clock,
            Pace pace,
            Rules rules,
            Journal journal,
            ApplicationEventPublisher<AllGone> listeners) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.pace = pace;
        this.rules = rules;
        this.journal = journal;
        this.listeners = listeners;
    }

    /** Makes the stub as new: nothing created, nothing noted, every rule kept, the clock running. */
    @Transactional
    void reset() {
        // All else goes with its workspace, in the order in which everybody locks.
        jdbc.prepareStatement("DELETE FROM workspace", PreparedStatement::executeUpdate);
        listeners.publishEvent(new AllGone());
        journal.clear();
        clock.follow();
        pace.takeTime();
        rules.enforceAll();
    }
}

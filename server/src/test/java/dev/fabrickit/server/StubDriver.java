package dev.fabrickit.server;

import dev.fabrickit.server.seam.Interference;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A stub of its own for one test class, on a free port. Unless set otherwise nothing in it takes time, and its clock stands
 * still.
 */
final class StubDriver implements BeforeAllCallback {
    private static final Namespace NAMESPACE = Namespace.create(StubDriver.class);
    private static final StubDriver SHARED = new StubDriver();

    private final SteppedClock clock = new SteppedClock();
    private final Map<String, Object> settings = new HashMap<>(Map.of(
            SteppedClock.SETTING,
            clock,
            "fabrickit.delay.endpoint",
            "0s",
            "fabrickit.delay.service",
            "0s",
            "fabrickit.delay.token",
            "0s",
            "fabrickit.units.cold-start",
            "0s"));
    private Interference[] interferences = {};
    private @Nullable Stub stub;

    /**
     * One stub for all classes that set nothing and keep to workspaces of their own, with a clock that others advance as
     * well.
     */
    static StubDriver shared() {
        return SHARED;
    }

    StubDriver with(String setting, Object value) {
        settings.put(setting, value);
        return this;
    }

    StubDriver interferedBy(Interference... interferences) {
        this.interferences = interferences;
        return this;
    }

    /** Its clock stands at the present moment, for clients that sign their requests. */
    StubDriver atPresent() {
        clock.advance(Duration.between(clock.instant(), Instant.now().truncatedTo(ChronoUnit.MILLIS)));
        return this;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        ExtensionContext lifetime = this == SHARED ? context.getRoot() : context;
        stub = lifetime.getStore(NAMESPACE).computeIfAbsent(this, ignored -> start(), Stub.class);
    }

    private Stub start() {
        Map<String, Object> all = new HashMap<>(TestDatabase.chosen().create());
        all.putAll(settings);
        return Stub.start(all, interferences);
    }

    SteppedClock clock() {
        return clock;
    }

    /** A part of the stub's inside. */
    <T> T bean(Class<T> type) {
        return stub.bean(type);
    }

    URI uri() {
        return stub.uri();
    }

    /** Sends with the development token. */
    Sender sender() {
        return sender(Stub.DEVELOPMENT_TOKEN);
    }

    Sender sender(@Nullable String token) {
        return new Sender(uri(), token);
    }

    /** A new workspace of the development account. */
    Sandbox sandbox() {
        return Sandbox.in(sender());
    }
}

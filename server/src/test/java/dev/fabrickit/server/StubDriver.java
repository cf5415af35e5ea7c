package dev.fabrickit.server;

import java.net.URI;
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

    @Override
    public void beforeAll(ExtensionContext context) {
        ExtensionContext lifetime = this == SHARED ? context.getRoot() : context;
        stub = lifetime.getStore(NAMESPACE).computeIfAbsent(this, ignored -> start(), Stub.class);
    }

    private Stub start() {
        Map<String, Object> all = new HashMap<>(TestDatabase.chosen().create());
        all.putAll(settings);
        return Stub.start(all);
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

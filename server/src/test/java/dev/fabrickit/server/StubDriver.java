package dev.fabrickit.server;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A stub of its own for one test class, on a free port. Unless set otherwise nothing in it takes time, and its clock stands
 * still.
 */
final class StubDriver implements BeforeAllCallback, AfterAllCallback {
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

    StubDriver with(String setting, Object value) {
        settings.put(setting, value);
        return this;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        stub = Stub.start(settings);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stub.close();
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

package dev.fabrickit.conformance.stub;

import dev.fabrickit.conformance.wire.Target;
import dev.fabrickit.server.Stub;
import java.net.URI;
import java.util.Map;

/** The stub in this process. */
public final class EmbeddedStub implements AutoCloseable {
    private final Stub stub;

    private EmbeddedStub(Stub stub) {
        this.stub = stub;
    }

    /** Starts a stub on a free loopback port. */
    public static EmbeddedStub start() {
        return new EmbeddedStub(Stub.start());
    }

    /**
     * Starts a stub.
     *
     * @param settings what shall differ from the defaults, by the server's names of its settings
     */
    static EmbeddedStub start(Map<String, Object> settings) {
        return new EmbeddedStub(Stub.start(settings));
    }

    public URI uri() {
        return stub.uri();
    }

    public String token() {
        return Stub.DEVELOPMENT_TOKEN;
    }

    public Target target() {
        return new Target(uri(), uri(), token());
    }

    @Override
    public void close() {
        stub.close();
    }
}

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
     * @param host the address to bind to
     * @param port the port, or 0 for a free one
     */
    public static EmbeddedStub start(String host, int port) {
        return new EmbeddedStub(
                Stub.start(Map.of("micronaut.server.host", host, "micronaut.server.port", port == 0 ? -1 : port)));
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

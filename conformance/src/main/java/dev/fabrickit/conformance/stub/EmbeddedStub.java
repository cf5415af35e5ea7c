package dev.fabrickit.conformance.stub;

import dev.fabrickit.conformance.wire.AccessKey;
import dev.fabrickit.conformance.wire.Credentials;
import dev.fabrickit.conformance.wire.Target;
import dev.fabrickit.server.Stub;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

/** The stub in this process. */
public final class EmbeddedStub implements AutoCloseable {
    /** Long enough to be seen, short enough for hundreds of examples. */
    private static final String DELAY = "20ms";

    /** A second tenant, for what must not be seen of others. */
    private static final AccessKey NEIGHBOUR_KEY =
            new AccessKey("FABRICKITNEIGHBOUR", "fabrickit-neighbour-secret-key", null);

    private static final Credentials NEIGHBOUR = new Credentials("fabrickit-neighbour-token", NEIGHBOUR_KEY);

    private final Stub stub;

    private EmbeddedStub(Stub stub) {
        this.stub = stub;
    }

    /** Starts a stub with two tenants and control paths on a free loopback port. */
    public static EmbeddedStub start() {
        return start(Map.of(
                "fabrickit.delay.endpoint",
                DELAY,
                "fabrickit.delay.service",
                DELAY,
                "fabrickit.control",
                true,
                "fabrickit.accounts.neighbour.tokens[0]",
                Objects.requireNonNull(NEIGHBOUR.token()),
                "fabrickit.accounts.neighbour.access-keys[0].access-key",
                NEIGHBOUR_KEY.access(),
                "fabrickit.accounts.neighbour.access-keys[0].secret-key",
                NEIGHBOUR_KEY.secret()));
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

    /** Whether the well-known token and keys open it. */
    public boolean hasDevelopmentAccount() {
        return stub.hasDevelopmentAccount();
    }

    public String token() {
        return Stub.DEVELOPMENT_TOKEN;
    }

    /** The stub with the credentials of both tenants that {@link #start()} gives it. */
    public Target target() {
        AccessKey key = new AccessKey(Stub.DEVELOPMENT_ACCESS_KEY, Stub.DEVELOPMENT_SECRET_KEY, null);
        return new Target(uri(), uri(), new Credentials(token(), key), NEIGHBOUR);
    }

    @Override
    public void close() {
        stub.close();
    }
}

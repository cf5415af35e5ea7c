package dev.fabrickit.conformance.wire;

import dev.fabrickit.conformance.contract.Operation.Host;
import dev.fabrickit.conformance.requirement.Inconclusive;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The service under test, and what opens it. */
public final class Target {
    private final URI admin;
    private final URI ep;
    private final Credentials own;
    private final @Nullable Credentials other;
    private final Transport transport;
    private final Secrets secrets;
    private final Patience patience = new Patience(Duration.ofMinutes(10));

    /** A service that is reached directly. */
    public Target(URI admin, URI ep, Credentials own, @Nullable Credentials other) {
        this(admin, ep, own, other, Transport.DIRECT);
    }

    /**
     * @param admin the base URL of the admin host, without a slash at its end
     * @param ep the base URL of the ep host; often the same
     * @param other of a second tenant, for what must not be seen of others; null when there is none
     */
    public Target(URI admin, URI ep, Credentials own, @Nullable Credentials other, Transport transport) {
        this.admin = admin;
        this.ep = ep;
        this.own = own;
        this.other = other;
        this.transport = transport;
        secrets = new Secrets(Stream.of(own, other).filter(Objects::nonNull).flatMap(Credentials::secrets));
    }

    public URI admin() {
        return admin;
    }

    public URI ep() {
        return ep;
    }

    URI base(Host host) {
        return host == Host.EP ? ep : admin;
    }

    public Credentials own() {
        return own;
    }

    /** The second tenant. */
    public Credentials other() {
        return Optional.ofNullable(other)
                .orElseThrow(() -> Inconclusive.disabled(
                        "no second tenant was given (--other-token, or --other-ak and --other-sk)"));
    }

    public boolean hasOther() {
        return other != null;
    }

    Transport transport() {
        return transport;
    }

    Patience patience() {
        return patience;
    }

    /** The same service, for who waits no longer than this for an answer. */
    public Target hurried(Duration limit) {
        return new Target(admin, ep, own, other, transport.hurried(limit));
    }

    /** The same service with its hosts exchanged. */
    public Target swapped() {
        return new Target(ep, admin, own, other, transport);
    }

    /** A text to be shown, without what is secret should the service repeat it. What is judged must not be altered so. */
    public String masked(String text) {
        return secrets.masked(text);
    }

    /** Shows where, but not what opens it. */
    @Override
    public String toString() {
        return admin.equals(ep) ? admin.toString() : admin + " and " + ep;
    }
}

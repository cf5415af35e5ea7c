package dev.fabrickit.conformance.wire;

import dev.fabrickit.conformance.contract.Operation;
import dev.fabrickit.conformance.contract.Operation.Host;
import dev.fabrickit.conformance.requirement.Inconclusive;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
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
    private final AtomicReference<@Nullable String> lapse = new AtomicReference<>();
    private final Patience patience = new Patience(Duration.ofMinutes(10));
    private final Map<String, Endurance> endurances = new ConcurrentHashMap<>();

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
        this(
                admin,
                ep,
                own,
                other,
                transport,
                new Secrets(Stream.of(own, other).filter(Objects::nonNull).flatMap(Credentials::secrets)));
        if (own.source() != null) {
            own.source().announceTo(token -> secrets.add(Resemblance.secrets(token)));
        }
    }

    private Target(
            URI admin, URI ep, Credentials own, @Nullable Credentials other, Transport transport, Secrets secrets) {
        this.admin = admin;
        this.ep = ep;
        this.own = own;
        this.other = other;
        this.transport = transport;
        this.secrets = secrets;
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

    /** From now on tells of each wait that the service asks for, before it begins. */
    public void tellWaits(Consumer<Duration> listener) {
        patience.tellOf(listener);
    }

    /** Why nothing more can be asked by the tenant's token, though it could before; empty as long as it can. */
    public Optional<String> lapse() {
        return Optional.ofNullable(lapse.get());
    }

    void lapse(String reason) {
        lapse.compareAndSet(null, masked(reason));
    }

    Endurance endurance(Operation operation) {
        return endurances.computeIfAbsent(operation.id(), id -> new Endurance(transport.answering()));
    }

    /** The same service, for who waits no longer than this for an answer. */
    public Target hurried(Duration limit) {
        return new Target(admin, ep, own, other, transport.hurried(limit), secrets);
    }

    /** The same service with its hosts exchanged. */
    public Target swapped() {
        return new Target(ep, admin, own, other, transport, secrets);
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

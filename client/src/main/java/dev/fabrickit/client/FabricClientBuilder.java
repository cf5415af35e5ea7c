package dev.fabrickit.client;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Says where the service is, who asks, and how to talk to it. Only {@link #region} or {@link #adminUrl} must be set. */
public final class FabricClientBuilder {
    private @Nullable URI adminUrl;
    private @Nullable URI epUrl;
    private @Nullable URI iamUrl;
    private @Nullable String region;
    private @Nullable String project;
    private @Nullable Credentials credentials;
    private Timeouts timeouts = Timeouts.USUAL;
    private Retries retries = Retries.USUAL;
    private CallListener listener = report -> {};
    private @Nullable InetSocketAddress proxy;
    private @Nullable Path caFile;
    private String userAgent = UserAgent.OF_THE_CLIENT;
    private Time time = Time.REAL;

    FabricClientBuilder() {}

    /**
     * The region, for example {@code cn-north-4}. It gives the hosts of the service and of IAM, and the project, unless they
     * are set themselves.
     *
     * @throws IllegalArgumentException when it is no name of a region
     */
    public FabricClientBuilder region(String region) {
        if (!Objects.requireNonNull(region, "region").matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("region must be a name such as cn-north-4, not \"" + region + "\"");
        }
        this.region = region;
        return this;
    }

    /**
     * The host of workspaces, endpoints, models and the catalogue.
     *
     * @throws IllegalArgumentException when it is not http(s)://host[:port][/prefix]
     */
    public FabricClientBuilder adminUrl(URI url) {
        this.adminUrl = host("adminUrl", url);
        return this;
    }

    /** The host of inference services. Without it, and without a region, the admin host, as with the stub. */
    public FabricClientBuilder epUrl(URI url) {
        this.epUrl = host("epUrl", url);
        return this;
    }

    /** The host of IAM, for {@link Credentials#password}. */
    public FabricClientBuilder iamUrl(URI url) {
        this.iamUrl = host("iamUrl", url);
        return this;
    }

    /** The project that a password opens. That of the region bears the region's name. */
    public FabricClientBuilder project(String name) {
        this.project = Objects.requireNonNull(name, "project");
        return this;
    }

    /** Who asks. Without them only what needs no credentials can be called. */
    public FabricClientBuilder credentials(Credentials credentials) {
        this.credentials = Objects.requireNonNull(credentials, "credentials");
        return this;
    }

    /** Short for {@code credentials(Credentials.token(token))}. */
    public FabricClientBuilder token(String token) {
        return credentials(Credentials.token(token));
    }

    /** How long connecting may take. 10 seconds when it is not set. */
    public FabricClientBuilder connectTimeout(Duration timeout) {
        this.timeouts = timeouts.withConnect(timeout);
        return this;
    }

    /**
     * How long a call may take, repeats included: until the answer is there, or until a stream begins. 60 seconds when it is
     * not set. A service that was scaled to zero needs longer for its first answer.
     */
    public FabricClientBuilder requestTimeout(Duration timeout) {
        this.timeouts = timeouts.withRequest(timeout);
        return this;
    }

    /** How long a stream may send nothing, not even a comment. 60 seconds when it is not set. */
    public FabricClientBuilder silenceTimeout(Duration timeout) {
        this.timeouts = timeouts.withSilence(timeout);
        return this;
    }

    /** How long a stream may go on in all. An hour when it is not set. */
    public FabricClientBuilder streamTimeout(Duration timeout) {
        this.timeouts = timeouts.withStream(timeout);
        return this;
    }

    /** How calls are repeated. {@link Retries#USUAL} when it is not set. */
    public FabricClientBuilder retries(Retries retries) {
        this.retries = Objects.requireNonNull(retries, "retries");
        return this;
    }

    /** Who is told of every attempt, for a log or a metric. */
    public FabricClientBuilder listener(CallListener listener) {
        this.listener = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /**
     * What the calling program is named to the service, {@code my-program/1.0} for example; the client's own name follows.
     *
     * @throws IllegalArgumentException when it is not printable ASCII
     */
    public FabricClientBuilder userAgent(String program) {
        HeaderText.mustBeWords("userAgent", program);
        this.userAgent = program + " " + UserAgent.OF_THE_CLIENT;
        return this;
    }

    /** The HTTP proxy to go through. Without it, that of the JDK's system properties. */
    public FabricClientBuilder proxy(String host, int port) {
        this.proxy = InetSocketAddress.createUnresolved(Objects.requireNonNull(host, "proxy"), port);
        return this;
    }

    /** Certificates in PEM, to believe instead of the JDK's: those of a private CA, for example. Read by {@link #build}. */
    public FabricClientBuilder caFile(Path pem) {
        this.caFile = Objects.requireNonNull(pem, "caFile");
        return this;
    }

    /**
     * Takes from an environment what it says, by the names that the command line {@code fabrickit} uses as well. Call other
     * methods afterwards to differ from it.
     *
     * <ul>
     *   <li>{@code FABRICKIT_REGION}, or {@code FABRICKIT_BASE_URL} and, when the hosts differ, {@code FABRICKIT_EP_URL};
     *   <li>{@code FABRICKIT_TOKEN}, or {@code FABRICKIT_AK} and {@code FABRICKIT_SK} with perhaps
     *       {@code FABRICKIT_SECURITY_TOKEN}, or {@code FABRICKIT_DOMAIN}, {@code FABRICKIT_USER} and
     *       {@code FABRICKIT_PASSWORD} with perhaps {@code FABRICKIT_IAM_URL} and {@code FABRICKIT_PROJECT}; the first counts;
     *   <li>{@code FABRICKIT_PROXY} as {@code host:port}, and {@code FABRICKIT_CA_FILE}.
     * </ul>
     *
     * @param variables {@link System#getenv()}, or what a configuration holds
     * @throws IllegalArgumentException when a value is wrong; the message names the variable
     * @throws IllegalStateException when the address or the credentials are missing
     */
    public FabricClientBuilder environment(Map<String, String> variables) {
        new Environment(Objects.requireNonNull(variables, "environment")).describe(this);
        return this;
    }

    /** The clock that tokens, signatures, repeats and waiting go by. */
    FabricClientBuilder time(Time time) {
        this.time = time;
        return this;
    }

    /**
     * The client. Connects to nothing yet.
     *
     * @throws IllegalStateException when neither the region nor the admin host is set, or a password has nowhere to go
     * @throws IllegalArgumentException when the file of certificates cannot be read
     */
    public FabricClient build() {
        URI admin = adminUrl != null ? adminUrl : ofRegion("fabric");
        if (admin == null) {
            throw new IllegalStateException("region or adminUrl must be set");
        }
        URI ep = epUrl != null ? epUrl : adminUrl == null ? ofRegion("fabric-ep") : null;
        Transport transport =
                transport(timeouts.connect(), proxy, caFile == null ? null : Trust.inCertificatesOf(caFile));
        Settings settings = new Settings(timeouts, retries, listener, userAgent, time);
        Authorizer authorizer = credentials == null
                ? new Anonymous(Secrets.NONE)
                : credentials.authorizer(new Credentials.Doorway(
                        transport,
                        settings,
                        iamUrl != null ? iamUrl : ofRegion("iam"),
                        project != null ? project : region));
        return new FabricClient(
                new HttpCaller(transport, admin, authorizer, settings),
                new HttpCaller(transport, Objects.requireNonNullElse(ep, admin), authorizer, settings));
    }

    /** Static: what is made later must not see what the builder was told since. */
    private static Transport transport(
            Duration connectTimeout, @Nullable InetSocketAddress proxy, @Nullable SSLContext trust) {
        return new Transport(threads -> {
            HttpClient.Builder http = HttpClient.newBuilder()
                    .connectTimeout(connectTimeout)
                    .executor(threads)
                    // Over HTTP/2 the JDK fails calls beyond the server's limit of streams on one connection.
                    .version(HttpClient.Version.HTTP_1_1);
            if (proxy != null) {
                http.proxy(ProxySelector.of(proxy));
            }
            if (trust != null) {
                http.sslContext(trust);
            }
            return http.build();
        });
    }

    private @Nullable URI ofRegion(String service) {
        return region == null ? null : URI.create("https://" + service + "." + region + ".myhuaweicloud.com");
    }

    private static URI host(String name, URI url) {
        Objects.requireNonNull(url, name);
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        boolean more = url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null;
        if (!http || url.getHost() == null || more) {
            throw new IllegalArgumentException(name + " must be http(s)://host[:port][/prefix]");
        }
        return URI.create(url.toString().replaceFirst("/+$", ""));
    }
}

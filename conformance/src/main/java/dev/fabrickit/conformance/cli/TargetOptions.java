package dev.fabrickit.conformance.cli;

import dev.fabrickit.conformance.wire.AccessKey;
import dev.fabrickit.conformance.wire.Credentials;
import dev.fabrickit.conformance.wire.Target;
import dev.fabrickit.conformance.wire.Token;
import dev.fabrickit.conformance.wire.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which service is meant, and what opens it. */
final class TargetOptions {
    @Option(names = "--base-url", paramLabel = "URL", description = "The service; without it the embedded stub.")
    private @Nullable String baseUrl;

    @Option(names = "--ep-url", paramLabel = "URL", description = "Its ep host, when it is not the same.")
    private @Nullable String epUrl;

    @Option(names = "--region", paramLabel = "R", description = "Both hosts of the cloud's region R.")
    private @Nullable String region;

    @Option(
            names = "--token",
            paramLabel = "T",
            defaultValue = "${env:FABRICKIT_TOKEN}",
            description = "The token to send, or FABRICKIT_TOKEN.")
    private @Nullable String token;

    @Option(
            names = "--ak",
            paramLabel = "A",
            defaultValue = "${env:FABRICKIT_AK}",
            description = "The access key to sign with, or FABRICKIT_AK.")
    private @Nullable String ak;

    @Option(
            names = "--sk",
            paramLabel = "S",
            defaultValue = "${env:FABRICKIT_SK}",
            description = "Its secret key, or FABRICKIT_SK.")
    private @Nullable String sk;

    @Option(
            names = "--security-token",
            paramLabel = "S",
            defaultValue = "${env:FABRICKIT_SECURITY_TOKEN}",
            description = "What temporary access keys need, or FABRICKIT_SECURITY_TOKEN.")
    private @Nullable String securityToken;

    @Option(
            names = "--other-token",
            paramLabel = "T",
            defaultValue = "${env:FABRICKIT_OTHER_TOKEN}",
            description = "The token of a second tenant, or FABRICKIT_OTHER_TOKEN.")
    private @Nullable String otherToken;

    @Option(
            names = "--other-ak",
            paramLabel = "A",
            defaultValue = "${env:FABRICKIT_OTHER_AK}",
            description = "The access key of a second tenant, or FABRICKIT_OTHER_AK.")
    private @Nullable String otherAk;

    @Option(
            names = "--other-sk",
            paramLabel = "S",
            defaultValue = "${env:FABRICKIT_OTHER_SK}",
            description = "Its secret key, or FABRICKIT_OTHER_SK.")
    private @Nullable String otherSk;

    @Option(
            names = "--ca-file",
            paramLabel = "PEM",
            description = "The certificates to trust, in place of the JDK's own.")
    private @Nullable Path caFile;

    @Option(names = "--proxy", paramLabel = "HOST:PORT", description = "The proxy to go through.")
    private @Nullable String proxy;

    @Mixin
    private UserOptions user = new UserOptions();

    /** Whether a service is named at all. */
    boolean isGiven() {
        return baseUrl != null || region != null;
    }

    /**
     * The service; empty for the embedded stub.
     *
     * @throws Complaint when an option is wrong or the credentials are missing
     */
    Optional<Target> target() {
        requireSound();
        String admin = region == null ? baseUrl : "https://fabric." + region + ".myhuaweicloud.com";
        if (admin == null) {
            return Optional.empty();
        }
        String ep = region == null ? admin : "https://fabric-ep." + region + ".myhuaweicloud.com";
        Transport transport = transport();
        Credentials own = user.login(region, transport)
                .map(login -> new Credentials(Token.of(login), key(ak, sk, securityToken)))
                .or(() -> credentials(token, ak, sk, securityToken))
                .orElseThrow(() -> new Complaint(
                        Complaint.NOT_READY,
                        "no credentials for " + url("--base-url", admin)
                                + ": set FABRICKIT_TOKEN, or give --token, or --ak and --sk, or --user"));
        return Optional.of(new Target(
                url("--base-url", admin),
                url("--ep-url", epUrl == null ? ep : epUrl),
                own,
                credentials(otherToken, otherAk, otherSk, null).orElse(null),
                transport));
    }

    private Transport transport() {
        return Transport.of(proxy == null ? null : proxyAddress(proxy), caFile == null ? null : trusted(caFile));
    }

    private static InetSocketAddress proxyAddress(String text) {
        Complaint.unless(text.matches("[A-Za-z0-9.-]+:\\d{1,5}"), "--proxy must be like proxy.example.com:8080");
        int colon = text.indexOf(':');
        int port = Integer.parseInt(text.substring(colon + 1));
        Complaint.unless(port >= 1 && port <= 65_535, "the port of --proxy must be between 1 and 65535");
        return new InetSocketAddress(text.substring(0, colon), port);
    }

    private static KeyStore trusted(Path pem) {
        try (InputStream file = Files.newInputStream(pem)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                trusted.setCertificateEntry("ca-" + trusted.size(), certificate);
            }
            Complaint.unless(trusted.size() > 0, "--ca-file is " + pem + ", which holds no certificate");
            return trusted;
        } catch (IOException | GeneralSecurityException e) {
            throw new Complaint(
                    Complaint.USAGE, "--ca-file is " + pem + ", but no certificates in PEM can be read from it");
        }
    }

    private void requireSound() {
        Complaint.unless(region == null || baseUrl == null, "--region and --base-url exclude each other");
        Complaint.unless(region == null || region.matches("[a-z0-9-]+"), "--region must be a name like cn-north-4");
        Complaint.unless(epUrl == null || baseUrl != null, "--ep-url needs --base-url beside it");
        Complaint.unless(
                !user.isGiven() || isBlank(token), "--user and --token (or FABRICKIT_TOKEN) exclude each other");
        Complaint.unless(isBlank(ak) == isBlank(sk), "--ak and --sk need each other");
        Complaint.unless(isBlank(otherAk) == isBlank(otherSk), "--other-ak and --other-sk need each other");
        Complaint.unless(isBlank(securityToken) || !isBlank(ak), "--security-token needs --ak and --sk beside it");
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static Optional<Credentials> credentials(
            @Nullable String token, @Nullable String ak, @Nullable String sk, @Nullable String securityToken) {
        AccessKey key = key(ak, sk, securityToken);
        return isBlank(token) && key == null
                ? Optional.empty()
                : Optional.of(new Credentials(isBlank(token) ? null : sent(token), key));
    }

    private static @Nullable AccessKey key(@Nullable String ak, @Nullable String sk, @Nullable String securityToken) {
        return isBlank(ak)
                ? null
                : new AccessKey(sent(ak), sent(sk), isBlank(securityToken) ? null : sent(securityToken));
    }

    /** As it can be sent in a header. */
    private static String sent(@Nullable String secret) {
        String stripped = secret == null ? "" : secret.strip();
        Complaint.unless(
                stripped.matches("[!-~]+"), "tokens and keys must be printable ASCII without blanks or line ends");
        return stripped;
    }

    static URI url(String option, String text) {
        try {
            URI url = URI.create(text.replaceAll("/+$", ""));
            boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (http && url.getHost() != null && url.getUserInfo() == null && url.getQuery() == null) {
                return withoutDefaultPort(url);
            }
        } catch (IllegalArgumentException e) {
            // The same complaint as for a URL of another kind.
        }
        // The text is not repeated: there may be a password in it.
        throw new Complaint(
                Complaint.USAGE,
                option + " must be a URL like https://fabric.cn-north-4.myhuaweicloud.com, without user or query");
    }

    /** Clients send no default port in Host, which is signed. */
    private static URI withoutDefaultPort(URI url) {
        boolean isDefault = url.getPort() == ("https".equals(url.getScheme()) ? 443 : 80);
        return isDefault ? URI.create(url.toString().replaceFirst(":(443|80)(?=/|$)", "")) : url;
    }
}

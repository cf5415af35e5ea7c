package dev.fabrickit.conformance.wire;

import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.config.SSLConfig;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The way to a service.
 *
 * @param proxy what to go through; null for the direct way
 * @param trusted the certificates to trust; null for those of the JDK
 * @param connecting how long a connection may take
 * @param answering how long an answer may take to begin, and be silent
 */
public record Transport(
        @Nullable InetSocketAddress proxy, @Nullable KeyStore trusted, Duration connecting, Duration answering) {
    public static final Transport DIRECT = of(null, null);

    public static Transport of(@Nullable InetSocketAddress proxy, @Nullable KeyStore trusted) {
        return new Transport(proxy, trusted, Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    /** For who waits no longer than this for an answer. */
    Transport answering(Duration limit) {
        return new Transport(proxy, trusted, connecting, limit);
    }

    /** For who cannot wait. */
    Transport hurried(Duration limit) {
        return new Transport(proxy, trusted, limit, limit);
    }

    HttpClient.Builder client() {
        HttpClient.Builder client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(connecting);
        if (proxy != null) {
            client.proxy(ProxySelector.of(proxy));
        }
        if (trusted != null) {
            client.sslContext(context(trusted));
        }
        return client;
    }

    RestAssuredConfig restAssured() {
        RestAssuredConfig config = RestAssuredConfig.config()
                .httpClient(HttpClientConfig.httpClientConfig()
                        .httpClientFactory(OneAttempt::new)
                        .setParam("http.connection.timeout", (int) connecting.toMillis())
                        .setParam("http.socket.timeout", (int) answering.toMillis()))
                .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false))
                .redirect(RedirectConfig.redirectConfig().followRedirects(false));
        return trusted == null ? config : config.sslConfig(SSLConfig.sslConfig().trustStore(trusted));
    }

    private static SSLContext context(KeyStore trusted) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against a service whose certificate nobody else knows. */
@Timeout(60)
class TrustTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private static HttpsServer server;
    private static Path certificate;

    @BeforeAll
    static void start() throws IOException, InterruptedException, GeneralSecurityException {
        KeyStore keys = newKeys();
        certificate = folder.resolve("ca.pem");
        Files.writeString(
                certificate,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getCertificate("server").getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        Replies replies = new Replies().then(200);
        server.createContext("/", exchange -> {
            try (exchange) {
                replies.handle(exchange);
            }
        });
        server.start();
    }

    /** The JDK has no other public way to make a certificate. */
    private static KeyStore newKeys() throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("server.p12");
        int exit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        store.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(exit).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void aServiceWithACertificateOfTheFileIsBelieved() {
        assertThat(builder().caFile(certificate).build().health().showHealth()).isNotNull();
    }

    @Test
    void aServiceWithAnUnknownCertificateIsNotAndItIsNotTriedAgain() {
        SteppedTime time = new SteppedTime();

        assertThatExceptionOfType(ConnectionFailedException.class)
                .isThrownBy(() -> builder().time(time).build().health().showHealth())
                .withMessageContaining("showHealth got no answer from https://127.0.0.1")
                .satisfies(e -> assertThat(e.isUnsent()).isFalse());
        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void aFileOfAnythingElseIsRefused() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.pem"), "no certificate");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().caFile(wrong).build())
                .withMessageContaining("wrong.pem");
    }

    private static FabricClientBuilder builder() {
        return FabricClient.builder()
                .adminUrl(URI.create("https://127.0.0.1:" + server.getAddress().getPort()));
    }
}

package dev.fabrickit.conformance.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.fabrickit.server.Stub;
import dev.fabrickit.server.seam.Interference;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Hosts to be mistaken about, under the words that command lines name them by. */
final class Misconfigurations implements AutoCloseable {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Map<String, String> words = new LinkedHashMap<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    private Misconfigurations() {}

    static Misconfigurations start(Path folder) throws IOException, InterruptedException {
        Misconfigurations world = new Misconfigurations();
        Stub stub = world.opened(Stub.start());
        world.words.put("STUB_TLS", stub.uri().toString().replace("http:", "https:"));
        world.words.put("STUB", stub.uri().toString());
        world.words.put("TOKEN", stub.token());
        world.words.put("AK", Stub.DEVELOPMENT_ACCESS_KEY);
        world.words.put("SK", Stub.DEVELOPMENT_SECRET_KEY);
        world.words.put("ADMIN", world.half(path -> !path.contains("/services/")));
        world.words.put("EP", world.half(path -> path.contains("/services/")));
        world.words.put("SILENT", world.silent());
        world.words.put("PAGE", world.host(exchange -> answer(exchange, 200, "text/html", "<html>It works!</html>")));
        world.words.put(
                "EXPIRED",
                world.host(exchange -> answer(
                        exchange,
                        401,
                        "application/json",
                        "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"Incorrect IAM authentication information: "
                                + "token expires, expires_at: 2020-01-01T00:00:00Z\"}")));
        world.words.put("LATE", world.late());
        URI secure = world.secure(folder);
        world.words.put("PLAIN_OF_TLS", secure.toString().replace("https:", "http:"));
        world.words.put("TLS", secure.toString());
        return world;
    }

    /** A command line with addresses and credentials in the place of their words. */
    String filledIn(String line) {
        String filled = line;
        for (Map.Entry<String, String> word : words.entrySet()) {
            filled = filled.replaceAll("(?<= )" + word.getKey() + "(?=[ /]|$)", word.getValue());
        }
        return filled;
    }

    private <T extends AutoCloseable> T opened(T closeable) {
        open.add(closeable);
        return closeable;
    }

    /** A stub that knows some of its paths only. */
    private String half(Predicate<String> known) {
        Interference deaf = new Interference() {
            @Override
            public MutableHttpResponse<?> answer(HttpRequest<?> request, MutableHttpResponse<?> answer) {
                return known.test(request.getPath())
                        ? answer
                        : answer.status(HttpStatus.NOT_FOUND)
                                .body(Map.of("error_code", "APIGW.0101", "error_msg", "The API does not exist"));
            }
        };
        return opened(Stub.start(Map.of(), deaf)).uri().toString();
    }

    /** A host that is 20 minutes behind. The servers at hand write the date themselves. */
    private String late() throws IOException {
        ServerSocket socket = opened(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()));
        Thread host = new Thread(() -> {
            while (!socket.isClosed()) {
                try (Socket caller = socket.accept()) {
                    caller.getInputStream().read(new byte[8_192]);
                    caller.getOutputStream().write(refusalOf20MinutesAgo().getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    // The caller, or the test, has left.
                }
            }
        });
        host.setDaemon(true);
        host.start();
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    private static String refusalOf20MinutesAgo() {
        ZonedDateTime late = ZonedDateTime.now(ZoneOffset.UTC).minusMinutes(20).minusSeconds(30);
        String body = "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"verify aksk signature fail\"}";
        return "HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\nDate: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(late) + "\r\n\r\n" + body;
    }

    private String silent() throws IOException {
        ServerSocket socket = opened(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()));
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    private String host(HttpHandler handler) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            return started(server, handler, "http");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String started(HttpServer server, HttpHandler handler, String scheme) {
        server.createContext("/", handler);
        server.start();
        open.add(() -> server.stop(0));
        return scheme + "://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** A host whose certificate nobody has signed but itself. */
    private URI secure(Path folder) throws IOException, InterruptedException {
        Path keys = folder.resolve("keys.p12");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(("-genkeypair -alias host -keyalg EC -dname CN=localhost -ext san=ip:127.0.0.1"
                        + " -storetype PKCS12 -storepass changeit -keystore")
                .split(" ")));
        command.add(keys.toString());
        Process made = new ProcessBuilder(command).redirectErrorStream(true).start();
        if (!made.waitFor(60, TimeUnit.SECONDS) || made.exitValue() != 0) {
            throw new IOException(new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
        return URI.create(started(server, exchange -> answer(exchange, 200, "text/html", "secure"), "https"));
    }

    private static SSLContext context(Path keys) throws IOException {
        try (InputStream file = Files.newInputStream(keys)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(file, PASSWORD);
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        for (AutoCloseable closeable : open) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

package dev.fabrickit.client;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Answers as a test wants it, and keeps the last request. */
final class HandMadeService implements AutoCloseable {
    static final String TOKEN = "token-of-the-test";
    static final String REQUEST_ID = "request-7";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile @Nullable Asked asked;

    record Asked(String method, URI uri, Headers headers, String body) {}

    private HandMadeService(HttpHandler answer) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                keep(exchange);
                exchange.getResponseHeaders().set("X-request-id", REQUEST_ID);
                answer.handle(exchange);
            }
        });
        server.start();
    }

    /** A service whose answers are written by the given handler. */
    static HandMadeService that(HttpHandler answers) {
        try {
            return new HandMadeService(answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A service that gives one and the same answer. */
    static HandMadeService thatAnswers(int status, String mediaType, String body) {
        return that(exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", mediaType);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    private void keep(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked = new Asked(exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(), body);
    }

    Asked asked() {
        if (asked == null) {
            throw new AssertionError("no request came");
        }
        return asked;
    }

    FabricClient client() {
        return FabricClient.builder().adminUrl(url()).token(TOKEN).build();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

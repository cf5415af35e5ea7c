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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers as a test wants it, and keeps what it was asked. */
final class HandMadeService implements AutoCloseable {
    static final String TOKEN = "token-of-the-test";
    static final String REQUEST_ID = "request-7";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

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
        asked.add(new Asked(exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(), body));
    }

    /** The last request. */
    Asked asked() {
        if (asked.isEmpty()) {
            throw new AssertionError("no request came");
        }
        return asked.get(asked.size() - 1);
    }

    /** Every request so far. */
    List<Asked> everythingAsked() {
        return List.copyOf(asked);
    }

    FabricClient client() {
        return builder().build();
    }

    /** A client that makes every call once, unless it is told otherwise. */
    FabricClientBuilder builder() {
        return FabricClient.builder().adminUrl(url()).token(TOKEN).retries(Retries.NONE);
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

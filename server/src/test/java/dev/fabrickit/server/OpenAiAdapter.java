package dev.fabrickit.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Makes an inference service of a stub look like a server of OpenAI's: at {@code /v1/chat/completions}, piece by piece. */
final class OpenAiAdapter implements AutoCloseable {
    private final Conversation behind;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<ObjectNode> requests = new ConcurrentLinkedQueue<>();

    OpenAiAdapter(Conversation behind) {
        this.behind = behind;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/chat/completions", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        ObjectNode request = (ObjectNode) Sender.JSON.readTree(exchange.getRequestBody());
        requests.add(request);
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (InputStream events = behind.sender().open(behind.path(), request);
                OutputStream out = exchange.getResponseBody()) {
            byte[] buffer = new byte[4096];
            for (int read = events.read(buffer); read > 0; read = events.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** What it was asked. */
    Queue<ObjectNode> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

package dev.fabrickit.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Answers in turn; the last answer stands for all that follow. */
final class Replies implements HttpHandler {
    private final Deque<Reply> next = new ArrayDeque<>();

    private record Reply(int status, Map<String, String> headers, String body) {}

    Replies then(int status) {
        return then(status, Map.of());
    }

    Replies then(int status, Map<String, String> headers) {
        return then(status, headers, "{}");
    }

    Replies then(int status, Map<String, String> headers, String body) {
        next.add(new Reply(status, headers, body));
        return this;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Reply reply = take();
        reply.headers.forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        byte[] body = reply.body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status, body.length);
        exchange.getResponseBody().write(body);
    }

    private synchronized Reply take() {
        return next.size() > 1 ? next.remove() : next.element();
    }
}

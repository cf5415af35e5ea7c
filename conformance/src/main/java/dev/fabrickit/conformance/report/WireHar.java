package dev.fabrickit.conformance.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.conformance.requirement.Outcome;
import dev.fabrickit.conformance.run.Example;
import dev.fabrickit.conformance.wire.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The exchanges as an HTTP archive (HAR 1.2), written while the run goes: a page for each example. Of an example that did not
 * pass it has all; of the others one of each kind, which keeps it at a size that viewers bear.
 */
public final class WireHar implements Consumer<Example>, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int LONGEST_PASSED = 1 << 12;

    private final JsonGenerator out;
    private final ArrayNode pages = JSON.createArrayNode();
    private final Set<String> kinds = new HashSet<>();

    /** @param version of the suite */
    public WireHar(Path file, String version) throws IOException {
        out = JSON.createGenerator(Files.newBufferedWriter(file));
        out.writeStartObject();
        out.writeObjectFieldStart("log");
        out.writeStringField("version", "1.2");
        out.writeObjectFieldStart("creator");
        out.writeStringField("name", "fabrickit");
        out.writeStringField("version", version);
        out.writeEndObject();
        out.writeArrayFieldStart("entries");
    }

    @Override
    public synchronized void accept(Example example) {
        String id = "example_" + pages.size();
        ObjectNode page = pages.addObject();
        page.put("startedDateTime", example.begun().toString())
                .put("id", id)
                .put("title", example.place() + " " + example.title() + ": " + example.outcome());
        page.putObject("pageTimings").put("onLoad", example.took().toMillis());
        boolean passed = example.outcome() == Outcome.PASSED;
        List<Exchange> kept = example.exchanges().stream()
                .filter(exchange ->
                        isNew(exchange) || !passed || !exchange.faults().isEmpty())
                .toList();
        page.put(
                "comment",
                kept.size() + " of " + example.exchanges().size() + " exchanges; the others are like some here");
        try {
            for (Exchange exchange : kept) {
                out.writeTree(entry(exchange, id, passed ? LONGEST_PASSED : Integer.MAX_VALUE));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isNew(Exchange exchange) {
        return kinds.add(Likeness.of(exchange.method()
                + exchange.url()
                + exchange.requestBody()
                + exchange.status()
                + exchange.responseBody()));
    }

    private static String shortened(String body, int longest) {
        return body.length() <= longest ? body : body.substring(0, longest) + "… (" + body.length() + " characters)";
    }

    private static ObjectNode entry(Exchange exchange, String page, int longest) {
        double took = exchange.took().toNanos() / 1e6;
        ObjectNode entry = JSON.createObjectNode();
        entry.put("pageref", page)
                .put("startedDateTime", exchange.begun().toString())
                .put("time", took)
                .put("comment", exchange.operationId());
        entry.set("request", request(exchange, longest));
        entry.set("response", response(exchange, longest));
        entry.putObject("cache");
        entry.putObject("timings").put("send", 0).put("wait", took).put("receive", 0);
        return entry;
    }

    private static ObjectNode request(Exchange exchange, int longest) {
        ObjectNode request = message();
        request.put("method", exchange.method()).put("url", exchange.url().toString());
        ArrayNode headers = request.putArray("headers");
        exchange.requestHeaders().forEach((name, value) -> pair(headers, name, value));
        ArrayNode query = request.putArray("queryString");
        Optional.ofNullable(exchange.url().getRawQuery()).stream()
                .flatMap(raw -> Arrays.stream(raw.split("&")))
                .map(parameter -> parameter.split("=", 2))
                .forEach(parts -> pair(query, decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1])));
        if (exchange.requestBody() != null) {
            request.putObject("postData")
                    .put("mimeType", exchange.requestHeaders().getOrDefault("Content-Type", ""))
                    .put("text", shortened(exchange.requestBody(), longest))
                    .putArray("params");
        }
        return request;
    }

    private static ObjectNode response(Exchange exchange, int longest) {
        ObjectNode response = message();
        response.put("status", exchange.status())
                .put("statusText", "")
                .put("redirectURL", exchange.header("Location").orElse(""));
        ArrayNode headers = response.putArray("headers");
        exchange.headers().forEach((name, values) -> values.forEach(value -> pair(headers, name, value)));
        response.putObject("content")
                .put("size", exchange.responseBody().length())
                .put("mimeType", exchange.header("Content-Type").orElse(""))
                .put("text", shortened(exchange.responseBody(), longest));
        return response;
    }

    private static ObjectNode message() {
        ObjectNode message = JSON.createObjectNode();
        message.put("httpVersion", "HTTP/1.1").put("headersSize", -1).put("bodySize", -1);
        message.putArray("cookies");
        return message;
    }

    private static void pair(ArrayNode list, String name, String value) {
        list.addObject().put("name", name).put("value", value);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void close() throws IOException {
        if (!out.isClosed()) {
            out.writeEndArray();
            out.writeFieldName("pages");
            out.writeTree(pages);
            out.writeEndObject();
            out.writeEndObject();
            out.close();
        }
    }
}

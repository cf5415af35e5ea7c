package dev.fabrickit.conformance.wire;

import dev.fabrickit.conformance.contract.Contract;
import dev.fabrickit.conformance.contract.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A streamed answer while it arrives. Each event is held against the contract as soon as it is complete. */
public final class EventStream implements AutoCloseable {
    private static final String MEDIA_TYPE = "text/event-stream";
    private static final String CHUNK = "ChatCompletionChunk";

    private final Operation operation;
    private final Call call;
    private final HttpResponse<InputStream> response;
    private final long begin;
    private final Contract contract;
    private final Consumer<Exchange> evidence;
    private final EventReader reader;
    private final List<Event> events = new ArrayList<>();

    EventStream(
            Operation operation,
            Call call,
            HttpResponse<InputStream> response,
            long begin,
            Contract contract,
            Consumer<Exchange> evidence) {
        this.operation = operation;
        this.call = call;
        this.response = response;
        this.begin = begin;
        this.contract = contract;
        this.evidence = evidence;
        this.reader = new EventReader(response.body());
        String type = response.headers().firstValue("Content-Type").orElse("nothing");
        if (response.statusCode() != 200 || !type.startsWith(MEDIA_TYPE)) {
            String body = rest();
            record(body);
            throw new Nonconformance(operation.id() + " answered " + response.statusCode() + " with " + type
                    + " where a stream was expected: " + body);
        }
    }

    private String rest() {
        try (InputStream body = response.body()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(cut: " + e.getMessage() + ")";
        }
    }

    /** The next event, as soon as it is complete; empty at the end of the stream. */
    public Optional<Event> next() {
        try {
            Optional<Event> event = reader.next().map(data -> new Event(data, Wire.since(begin)));
            event.ifPresent(this::judge);
            return event;
        } catch (IOException e) {
            throw new Nonconformance("the stream broke after " + events.size() + " events: " + e.getMessage());
        }
    }

    private void judge(Event event) {
        events.add(event);
        List<String> faults = event.isEnd() ? List.of() : contract.faultsOf(CHUNK, event.data());
        if (!faults.isEmpty()) {
            throw new Nonconformance("event " + events.size() + " breaks the contract: " + String.join("; ", faults)
                    + ": " + event.data());
        }
    }

    private void record(String body) {
        evidence.accept(new Exchange(
                operation.id(),
                operation.method(),
                response.uri(),
                String.valueOf(call.body()),
                response.statusCode(),
                response.headers().map(),
                body,
                Wire.since(begin)));
    }

    /** Leaves the stream, wherever it is. */
    @Override
    public void close() {
        StringBuilder arrivals = new StringBuilder();
        events.forEach(event -> arrivals.append(event.arrived().toMillis())
                .append(" ms  ")
                .append(event.data())
                .append('\n'));
        record(arrivals.toString());
        try {
            response.body().close();
        } catch (IOException e) {
            // The connection was broken already: there is nothing to leave.
        }
    }
}

package dev.fabrickit.conformance.wire;

import com.atlassian.oai.validator.model.SimpleResponse;
import dev.fabrickit.conformance.contract.Contract;
import dev.fabrickit.conformance.contract.Operation;
import dev.fabrickit.conformance.contract.StreamPromise;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A streamed answer while it arrives. Each event is held against the contract as soon as it is complete: a strict stream fails
 * at the first breach, another one notes it and goes on.
 */
public final class EventStream implements AutoCloseable {
    // Not the common pool: on two cores it has one thread, and several streams may be read at once.
    private static final Executor READERS = Executors.newCachedThreadPool(work -> {
        Thread reader = new Thread(work, "stream reader");
        reader.setDaemon(true);
        return reader;
    });

    /** How services end a stream, whether the contract asks for it or not. */
    private static final String DONE = "[DONE]";

    private final Operation operation;
    private final Outgoing request;
    private final HttpResponse<InputStream> response;
    private final long begin;
    private final Target target;
    private final Contract contract;
    private final StreamPromise promise;
    private final Consumer<Exchange> evidence;
    private final EventReader reader;
    private final boolean strict;
    private final List<Event> events = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private @Nullable String breakage;

    EventStream(
            Operation operation,
            Outgoing request,
            HttpResponse<InputStream> response,
            long begin,
            Target target,
            Contract contract,
            Consumer<Exchange> evidence,
            boolean strict) {
        this.operation = operation;
        this.request = request;
        this.response = response;
        this.begin = begin;
        this.target = target;
        this.contract = contract;
        this.promise = contract.stream(operation.id());
        this.evidence = evidence;
        this.reader = new EventReader(response.body());
        this.strict = strict;
        requireStream();
    }

    private void requireStream() {
        String type = response.headers().firstValue("Content-Type").orElse("no content type");
        boolean streams = type.split(";")[0].strip().equalsIgnoreCase(StreamPromise.MEDIA_TYPE);
        if (response.statusCode() / 100 != 2 || strict && !streams) {
            String body = rest();
            faults.addAll(Wire.faultsOf(
                    contract,
                    operation,
                    response.statusCode(),
                    response.headers().map(),
                    body));
            record(body);
            throw new Nonconformance(operation.id() + " answered " + response.statusCode() + " with " + type
                    + " where a stream was expected: " + shown(body));
        }
        SimpleResponse.Builder head =
                SimpleResponse.Builder.status(response.statusCode()).withBody("events");
        response.headers().map().forEach(head::withHeader);
        faults.addAll(contract.faultsOf(operation, head.build()));
        if (faults.isEmpty() && !streams) {
            faults.add("a stream was expected, and not " + type);
        }
        if (!faults.isEmpty() && strict) {
            close();
            throw new Nonconformance(
                    "the stream of " + operation.id() + " breaks the contract: " + String.join("; ", faults()));
        }
    }

    /** What has been read. */
    public List<Event> events() {
        return List.copyOf(events);
    }

    /** Where it breaks the contract so far. */
    public List<String> faults() {
        return faults.stream().map(target::masked).toList();
    }

    /** Where it is not spelt in the plainest way: comments, and events of one line of data, each line ended by LF. */
    public List<String> oddities() {
        return reader.oddities();
    }

    /** Where it is no UTF-8. */
    public List<String> undecodable() {
        return reader.undecodable();
    }

    /** How it broke off; empty while it goes on, and when it ended. */
    public Optional<String> breakage() {
        return Optional.ofNullable(breakage);
    }

    private String rest() {
        try (InputStream body = response.body()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(cut: " + e.getMessage() + ")";
        }
    }

    private String shown(String text) {
        String masked = target.masked(text);
        return masked.length() <= 300 ? masked : masked.substring(0, 300) + "…";
    }

    /** The next event, as soon as it is complete; empty at the end of the stream. */
    public Optional<Event> next() {
        if (!strict) {
            return nextWhateverItIs();
        }
        Optional<Event> event = read().map(data -> new Event(data, Wire.since(begin)));
        event.ifPresentOrElse(this::judge, this::judgeEnd);
        return event;
    }

    private Optional<Event> nextWhateverItIs() {
        try {
            Optional<Event> event = read().map(data -> new Event(data, Wire.since(begin)));
            event.ifPresent(this::note);
            return event;
        } catch (Nonconformance e) {
            breakage = e.getMessage();
            return Optional.empty();
        }
    }

    private void note(Event event) {
        events.add(event);
        if (isEnd(event)) {
            return;
        }
        contract.faultsOf(promise.data(), event.data()).forEach(this::noteFault);
        if (isError(event)) {
            throw new Nonconformance("the stream failed on its way: " + shown(event.data()));
        }
    }

    private boolean isError(Event event) {
        return promise.error() != null
                && contract.faultsOf(promise.error(), event.data()).isEmpty();
    }

    private void noteFault(String fault) {
        faults.add("event " + events.size() + ": " + fault);
    }

    /** Reads on a thread of its own, as the stream of the HTTP client knows no limit on silence. */
    private Optional<String> read() {
        Endurance endurance = target.endurance(operation);
        if (events.size() >= endurance.events()) {
            endurance.gaveUp();
            throw new Nonconformance("the stream does not end: it has " + events.size() + " events");
        }
        Duration silence = endurance.silence();
        CompletableFuture<Optional<String>> next = CompletableFuture.supplyAsync(this::readEvent, READERS);
        try {
            return next.get(silence.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            endurance.gaveUp();
            throw new Nonconformance(
                    "the stream was silent for " + silence.toSeconds() + " s after " + events.size() + " events");
        } catch (ExecutionException e) {
            throw new Nonconformance("the stream broke after " + events.size() + " events: "
                    + e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading a stream", e);
        }
    }

    private Optional<String> readEvent() {
        try {
            Optional<String> event = reader.next();
            if (event.isEmpty() && reader.isCut()) {
                throw new EOFException("it ends within an event");
            }
            return event;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void judge(Event event) {
        if (!events.isEmpty() && isEnd(events.get(events.size() - 1))) {
            throw new Nonconformance("the stream goes on after " + DONE + ": " + shown(event.data()));
        }
        events.add(event);
        List<String> breaches = isEnd(event) ? List.of() : contract.faultsOf(promise.data(), event.data());
        if (breaches.isEmpty()) {
            return;
        }
        breaches.forEach(this::noteFault);
        if (isError(event)) {
            throw new Nonconformance("the stream failed on its way: " + shown(event.data()));
        }
        throw new Nonconformance("event " + events.size() + " breaks the contract: "
                + shown(String.join("; ", breaches)) + ": " + shown(event.data()));
    }

    private void judgeEnd() {
        if (promise.end() != null
                && (events.isEmpty() || !events.get(events.size() - 1).data().equals(promise.end()))) {
            throw new Nonconformance("the stream ends without " + promise.end());
        }
    }

    /** Whether an event bears no chunk but ends the stream. */
    public static boolean isEnd(Event event) {
        return event.data().equals(DONE);
    }

    private void record(String body) {
        evidence.accept(Exchange.of(
                operation.id(),
                request,
                response.statusCode(),
                response.headers().map(),
                body,
                Wire.since(begin),
                faults,
                target));
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

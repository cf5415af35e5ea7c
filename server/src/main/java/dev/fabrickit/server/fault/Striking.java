package dev.fabrickit.server.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.seam.Interference;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets the faults in force strike, and the one that a request brings along in a header. */
@Singleton
@Requires(property = FaultReader.ENABLED, value = "true")
class Striking implements Interference {
    static final String HEADER = "X-Fabrickit-Fault";

    private static final String STRIKING = "fabrickit.faults";

    private final FaultList faults;
    private final FaultReader reader;
    private final OperationNames operations;
    private final ObjectMapper json;

    Striking(FaultList faults, FaultReader reader, OperationNames operations, ObjectMapper json) {
        this.faults = faults;
        this.reader = reader;
        this.operations = operations;
        this.json = json;
    }

    @Override
    public Mono<MutableHttpResponse<?>> request(HttpRequest<?> request) {
        List<Fault> chosen = choose(request);
        request.setAttribute(STRIKING, chosen);
        return Flux.fromIterable(chosen)
                .<MutableHttpResponse<?>>concatMap(fault -> fault.effect().request(request))
                .next();
    }

    private List<Fault> choose(HttpRequest<?> request) {
        if (!OperationNames.isOfTheService(request.getPath())) {
            return List.of();
        }
        String operation = operations.of(request);
        List<Fault> possible = new ArrayList<>(faults.all().values());
        String brought = request.getHeaders().get(HEADER);
        if (brought != null && request.getRemoteAddress().getAddress().isLoopbackAddress()) {
            possible.add(reader.read(parse(brought)));
        }
        return possible.stream()
                .filter(fault -> fault.strikes(operation, request.getPath()))
                .toList();
    }

    private JsonNode parse(String definition) {
        try {
            return json.readTree(definition);
        } catch (JsonProcessingException e) {
            throw Refusal.unreadable("the header " + HEADER + " must be a JSON object");
        }
    }

    @Override
    public MutableHttpResponse<?> answer(HttpRequest<?> request, MutableHttpResponse<?> answer) {
        MutableHttpResponse<?> altered = answer;
        for (Fault fault : chosen(request)) {
            if (fault.effect() instanceof StreamFault effect && !Events.isStream(altered) && !effect.strikes(altered)) {
                fault.spare();
            }
            altered = fault.effect().answer(request, altered);
        }
        return altered;
    }

    @Override
    public Flux<byte[]> events(HttpRequest<?> request, Flux<byte[]> events) {
        Flux<byte[]> altered = events;
        for (Fault fault : chosen(request)) {
            altered = strike(fault, request, altered);
        }
        return altered;
    }

    private static Flux<byte[]> strike(Fault fault, HttpRequest<?> request, Flux<byte[]> events) {
        if (!(fault.effect() instanceof StreamFault effect)) {
            return fault.effect().events(request, events);
        }
        AtomicBoolean struck = new AtomicBoolean();
        return effect.events(request, events, () -> struck.set(true)).doFinally(end -> {
            if (!struck.get()) {
                fault.spare();
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static List<Fault> chosen(HttpRequest<?> request) {
        return (List<Fault>) request.getAttribute(STRIKING).orElse(List.of());
    }
}

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
        List<Interference> effects = choose(request);
        request.setAttribute(STRIKING, effects);
        return Flux.fromIterable(effects)
                .<MutableHttpResponse<?>>concatMap(effect -> effect.request(request))
                .next();
    }

    private List<Interference> choose(HttpRequest<?> request) {
        if (!OperationNames.isOfTheService(request.getPath())) {
            return List.of();
        }
        String operation = operations.of(request);
        List<Interference> effects = new ArrayList<>();
        for (Fault fault : faults.all().values()) {
            if (fault.strikes(operation, request.getPath())) {
                effects.add(fault.effect());
            }
        }
        String brought = request.getHeaders().get(HEADER);
        if (brought != null && request.getRemoteAddress().getAddress().isLoopbackAddress()) {
            Fault fault = reader.read(parse(brought));
            if (fault.strikes(operation, request.getPath())) {
                effects.add(fault.effect());
            }
        }
        return effects;
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
        for (Interference effect : effects(request)) {
            altered = effect.answer(request, altered);
        }
        return altered;
    }

    @Override
    public Flux<byte[]> events(HttpRequest<?> request, Flux<byte[]> events) {
        Flux<byte[]> altered = events;
        for (Interference effect : effects(request)) {
            altered = effect.events(request, altered);
        }
        return altered;
    }

    @SuppressWarnings("unchecked")
    private static List<Interference> effects(HttpRequest<?> request) {
        return (List<Interference>) request.getAttribute(STRIKING).orElse(List.of());
    }
}

package dev.fabrickit.conformance.gallery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.server.seam.Interference;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Interferences that alter what a stub says without knowing its types. */
final class Rewriting {
    private static final ObjectMapper JSON = new ObjectMapper()
            .findAndRegisterModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    private Rewriting() {}

    /** Alters the head of every answer. */
    static Interference heads(BiConsumer<HttpRequest<?>, MutableHttpResponse<?>> change) {
        return new Interference() {
            @Override
            public MutableHttpResponse<?> answer(HttpRequest<?> request, MutableHttpResponse<?> answer) {
                change.accept(request, answer);
                return answer;
            }
        };
    }

    /** Alters every object in the JSON of answers and events, from the inside out. */
    static Interference objects(Consumer<ObjectNode> change) {
        return new Interference() {
            @Override
            public MutableHttpResponse<?> answer(HttpRequest<?> request, MutableHttpResponse<?> answer) {
                return isJson(answer) ? answer.body(bytes(all(json(answer), change))) : answer;
            }

            @Override
            public Flux<byte[]> events(HttpRequest<?> request, Flux<byte[]> events) {
                return events.map(event -> chunk(event, chunk -> all(chunk, change)));
            }
        };
    }

    /** Alters the bodies of some answers. */
    static Interference bodies(Predicate<MutableHttpResponse<?>> which, Consumer<ObjectNode> change) {
        return heads((request, answer) -> {
            if (isJson(answer) && which.test(answer)) {
                answer.body(bytes(altered(json(answer), change)));
            }
        });
    }

    /** Alters the chunks of streams. */
    static Interference chunks(Consumer<ObjectNode> change) {
        return events(event -> chunk(event, chunk -> altered(chunk, change)));
    }

    /** Alters the events of streams. */
    static Interference events(UnaryOperator<byte[]> change) {
        return streams(events -> events.map(change));
    }

    /** Alters streams as a whole. */
    static Interference streams(UnaryOperator<Flux<byte[]>> change) {
        return new Interference() {
            @Override
            public Flux<byte[]> events(HttpRequest<?> request, Flux<byte[]> events) {
                return change.apply(events);
            }
        };
    }

    /** Alters the text of events. */
    static Interference text(UnaryOperator<String> change) {
        return events(
                event -> change.apply(new String(event, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
    }

    /** Lets one of so many requests wait. */
    static Interference delay(Duration time, int oneOf) {
        AtomicInteger requests = new AtomicInteger();
        return new Interference() {
            @Override
            public Mono<MutableHttpResponse<?>> request(HttpRequest<?> request) {
                boolean waits = requests.incrementAndGet() % oneOf == 0;
                return waits ? Mono.delay(time).then(Mono.empty()) : Mono.empty();
            }
        };
    }

    static boolean isJson(MutableHttpResponse<?> answer) {
        return answer.body() != null
                && answer.getContentType()
                        .filter(type -> type.matches(MediaType.APPLICATION_JSON_TYPE))
                        .isPresent();
    }

    /** The body of an answer. */
    static JsonNode json(MutableHttpResponse<?> answer) {
        try {
            return answer.body() instanceof byte[] bytes
                    ? JSON.readTree(new String(bytes, StandardCharsets.UTF_8))
                    : JSON.valueToTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Missing when it is no JSON. */
    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** Makes a refusal of an answer. */
    static void refuse(MutableHttpResponse<?> answer, int status, String code) {
        answer.status(status);
        answer.contentType(MediaType.APPLICATION_JSON_TYPE);
        answer.body(bytes(JSON.createObjectNode().put("error_code", code).put("error_msg", "refused in another way")));
    }

    static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] chunk(byte[] event, UnaryOperator<JsonNode> change) {
        String text = new String(event, StandardCharsets.UTF_8);
        if (!text.startsWith("data: {")) {
            return event;
        }
        try {
            JsonNode chunk = change.apply(JSON.readTree(text.substring("data: ".length())));
            return ("data: " + chunk + "\n\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode altered(JsonNode json, Consumer<ObjectNode> change) {
        if (json instanceof ObjectNode object) {
            change.accept(object);
        }
        return json;
    }

    private static JsonNode all(JsonNode json, Consumer<ObjectNode> change) {
        json.forEach(child -> all(child, change));
        return altered(json, change);
    }
}

package dev.fabrickit.conformance.gallery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.conformance.contract.Contract;
import dev.fabrickit.conformance.contract.Operation;
import dev.fabrickit.server.seam.Interference;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.Collection;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import reactor.core.publisher.Mono;

/** What wrong servers do to their answers. Operations are given as regular expressions of their ids. */
final class Meddling {
    private static final Collection<Operation> OPERATIONS = Contract.full().operations();
    private static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private Meddling() {}

    /** The id of the operation that a request is of; empty when it is of none. */
    static String operationOf(HttpRequest<?> request) {
        return OPERATIONS.stream()
                .filter(operation -> operation.method().equals(request.getMethodName()))
                .filter(operation -> request.getPath().matches(operation.path().replaceAll("\\{\\w+}", "[^/]+")))
                .map(Operation::id)
                .findFirst()
                .orElse("");
    }

    static Predicate<HttpRequest<?>> of(String operations) {
        return request -> operationOf(request).matches(operations);
    }

    /** Alters whole answers, refusals too. */
    static Interference exchanges(
            String operations, BiFunction<HttpRequest<?>, MutableHttpResponse<?>, MutableHttpResponse<?>> change) {
        return new Interference() {
            @Override
            public MutableHttpResponse<?> answer(HttpRequest<?> request, MutableHttpResponse<?> answer) {
                return of(operations).test(request) ? change.apply(request, answer) : answer;
            }
        };
    }

    /** Answers by itself, where the change has an answer. */
    static Interference instead(
            String operations, BiFunction<String, HttpRequest<?>, Mono<MutableHttpResponse<?>>> change) {
        return new Interference() {
            @Override
            public Mono<MutableHttpResponse<?>> request(HttpRequest<?> request) {
                String operation = operationOf(request);
                return operation.matches(operations) ? change.apply(operation, request) : Mono.empty();
            }
        };
    }

    /** Alters the JSON of what is accepted. */
    static Interference accepted(String operations, Consumer<ObjectNode> change) {
        return json(operations, answer -> answer.code() < 300, change);
    }

    /** Alters the JSON of what is refused. */
    static Interference refusals(String operations, Consumer<ObjectNode> change) {
        return json(operations, answer -> answer.code() >= 400, change);
    }

    /** Alters each resource that is shown: alone, or in a list. */
    static Interference shown(String operations, Consumer<ObjectNode> change) {
        return accepted(operations, body -> items(body).forEach(change));
    }

    private static Interference json(
            String operations, Predicate<MutableHttpResponse<?>> which, Consumer<ObjectNode> change) {
        return exchanges(operations, (request, answer) -> {
            if (which.test(answer) && answer.body() != null && tree(answer) instanceof ObjectNode body) {
                change.accept(body);
                answer.body(body);
            }
            return answer;
        });
    }

    static JsonNode tree(HttpResponse<?> answer) {
        return JSON.valueToTree(answer.body());
    }

    /** What a list holds, or what is shown alone. */
    static Stream<ObjectNode> items(ObjectNode body) {
        return body.has("total")
                ? StreamSupport.stream(body.spliterator(), false)
                        .filter(JsonNode::isArray)
                        .flatMap(items -> StreamSupport.stream(items.spliterator(), false))
                        .map(ObjectNode.class::cast)
                : Stream.of(body);
    }

    /** Alters a text, where there is one. */
    static Consumer<ObjectNode> text(String field, UnaryOperator<String> change) {
        return item -> {
            if (item.path(field).isTextual()) {
                item.put(field, change.apply(item.path(field).textValue()));
            }
        };
    }

    /** An answer of JSON. */
    static MutableHttpResponse<?> answering(int status, String json) {
        return HttpResponse.status(status, "answered").body(json).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}

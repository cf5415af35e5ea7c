package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.client.HandMadeService.Asked;
import dev.fabrickit.client.schema.ErrorMessage;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Makes every call once and compares what went over the wire with the contract. */
class ContractTest {
    private static final HandMadeService JSON_SERVICE = HandMadeService.thatAnswers(200, Promise.JSON, "{}");
    private static final HandMadeService STREAM_SERVICE = HandMadeService.thatAnswers(200, Promise.EVENTS, "");
    private static final List<Promise> CONTRACT = Promise.ofTheContract();

    @AfterAll
    static void stop() {
        JSON_SERVICE.close();
        STREAM_SERVICE.close();
    }

    static Stream<Promise> everyOperation() {
        return CONTRACT.stream();
    }

    @Test
    void theContractWasRead() {
        assertThat(CONTRACT).hasSizeGreaterThanOrEqualTo(24);
    }

    @ParameterizedTest
    @MethodSource("everyOperation")
    void everyCallSendsWhatTheContractSays(Promise promise) throws ReflectiveOperationException {
        Asked asked = call(promise);

        assertThat(asked.method()).isEqualTo(promise.verb());
        assertThat(asked.uri().getPath()).isEqualTo(filledIn(promise));
        assertThat(parametersOf(asked.uri()))
                .containsExactlyInAnyOrderElementsOf(promise.parametersIn("query").stream()
                        .flatMap(ContractTest::sent)
                        .toList());
        assertThat(asked.headers().getFirst("X-Auth-Token")).isNotNull();
        assertThat(asked.headers().getFirst("Content-Type")).isEqualTo(promise.takesBody() ? Promise.JSON : null);
    }

    @ParameterizedTest
    @MethodSource("everyOperation")
    void everyMethodTakesAndGivesTheSchemasOfTheContract(Promise promise) {
        Method method = Calls.methodOf(promise);

        if (promise.takesBody()) {
            Class<?>[] taken = method.getParameterTypes();
            assertThat(taken[taken.length - 1].getSimpleName()).isEqualTo(promise.body());
        }
        assertThat(answerOf(method)).isEqualTo(promise.answer());
    }

    @ParameterizedTest
    @MethodSource("everyOperation")
    void onlyTheStreamedCallLeavesAHeaderOut(Promise promise) {
        assertThat(promise.parametersIn("header"))
                .extracting(Parameter::getName)
                .isEqualTo(promise.isStreamed() ? List.of("X-Infer-Service-Id") : List.of());
        assertThat(promise.parametersIn("cookie")).isEmpty();
    }

    @Test
    void theStreamedCallAcceptsTheMediaTypesOfTheContract() throws ReflectiveOperationException {
        Promise promise = streamed();

        List<String> accepted =
                List.of(call(promise).headers().getFirst("Accept").split(", "));

        assertThat(accepted).containsExactlyElementsOf(promise.good().keySet());
        assertThat(ChunkStream.MEDIA_TYPE).isEqualTo(Promise.EVENTS);
    }

    @Test
    void theEndAndTheErrorOfAStreamAreThoseOfTheContract() {
        MediaType stream = streamed().good().get(Promise.EVENTS);
        Map<?, ?> rules = (Map<?, ?>) stream.getExtensions().get("x-stream");

        assertThat(rules.get("data")).isEqualTo(stream.getSchema().get$ref());
        assertThat(rules.get("end")).isEqualTo(ChunkStream.END);
        assertThat(rules.get("error")).isEqualTo("#/components/schemas/" + ErrorMessage.class.getSimpleName());
    }

    private static Promise streamed() {
        return everyOperation().filter(Promise::isStreamed).findFirst().orElseThrow();
    }

    private static Asked call(Promise promise) throws ReflectiveOperationException {
        HandMadeService service = promise.isStreamed() ? STREAM_SERVICE : JSON_SERVICE;
        Calls.make(promise, service.client());
        return service.asked();
    }

    private static String filledIn(Promise promise) {
        String path = promise.path();
        for (Parameter parameter : promise.parametersIn("path")) {
            path = path.replace("{" + parameter.getName() + "}", camelCase(parameter.getName()));
        }
        return path;
    }

    private static Stream<String> sent(Parameter parameter) {
        String name = parameter.getName();
        String begin = name + "=";
        if (parameter.getSchema().get$ref() != null
                && parameter.getSchema().get$ref().endsWith("/EndpointType")) {
            return Stream.of(begin + "inference");
        }
        String type = parameter.getSchema().getType() == null
                ? "string"
                : parameter.getSchema().getType();
        return switch (type) {
            case "integer" -> Stream.of(begin + camelCase(name).length());
            case "boolean" -> Stream.of(begin + true);
            case "array" -> Stream.of(begin + camelCase(name), begin + "too");
            default -> Stream.of(begin + camelCase(name));
        };
    }

    private static List<String> parametersOf(URI uri) {
        return uri.getQuery() == null ? List.of() : List.of(uri.getQuery().split("&"));
    }

    private static String camelCase(String name) {
        return Arrays.stream(name.split("_"))
                .map(word -> word.substring(0, 1).toUpperCase() + word.substring(1))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(), all -> all.substring(0, 1).toLowerCase() + all.substring(1)));
    }

    private static String answerOf(Method method) {
        if (method.getReturnType() != ChunkStream.class) {
            return method.getReturnType().getSimpleName();
        }
        ParameterizedType iterable = (ParameterizedType) ChunkStream.class.getGenericInterfaces()[0];
        return ((Class<?>) iterable.getActualTypeArguments()[0]).getSimpleName();
    }
}

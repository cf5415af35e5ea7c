package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.server.error.ErrorCode;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every limit of the contract, from both sides. What is inside comes as far as the rules, which may refuse it for another
 * reason; what is outside is refused by its name on the wire.
 */
class BoundaryTest {
    private static final String UNREADABLE = "failed to read http request, please check your input: ";

    @RegisterExtension
    static final StubDriver STUB = StubDriver.shared();

    static Stream<Contract.Promise> operations() {
        return Contract.OPERATIONS.stream();
    }

    static Stream<Contract.Promise> operationsWithABody() {
        return operations().filter(operation -> operation.operation().getRequestBody() != null);
    }

    @ParameterizedTest
    @MethodSource("operationsWithABody")
    void aBodyIsHeldToItsSchema(Contract.Promise operation) {
        String path = operation.pathWith("any");
        List<Boundary> cases = Boundaries.of(operation.bodySchema()).toList();

        assertThat(cases).extracting(Boundary::inside).contains(true, false);
        assertThat(cases).allSatisfy(boundary -> {
            Answer answer = STUB.sender().send(operation.verb(), path, boundary.value());
            mustBeJudged(answer, boundary, boundary.place().isEmpty() ? "the body" : boundary.place());
        });
    }

    @ParameterizedTest
    @MethodSource("operationsWithABody")
    void aBodyThatIsNeededIsNotLeftOut(Contract.Promise operation) {
        STUB.sender().send(operation.verb(), operation.pathWith("any"), null).mustBe(ErrorCode.INVALID_REQUEST);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aQueryParameterIsHeldToItsSchema(Contract.Promise operation) {
        for (Parameter parameter : operation.parametersIn("query")) {
            assertThat(Boundaries.of(parameter.getSchema()).filter(boundary -> canBeText(boundary, parameter)))
                    .hasSizeGreaterThan(1)
                    .allSatisfy(boundary -> mustBeJudged(
                            STUB.sender()
                                    .send(
                                            operation.verb(),
                                            operation.pathWith("any") + "?" + query(parameter, boundary.value()),
                                            null),
                            boundary,
                            parameter.getName() + boundary.place()));
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aPathParameterIsHeldToItsSchema(Contract.Promise operation) {
        for (Parameter parameter : operation.parametersIn("path")) {
            assertThat(Boundaries.of(parameter.getSchema()).filter(boundary -> canBeText(boundary, parameter)))
                    .hasSizeGreaterThan(3)
                    .allSatisfy(boundary -> {
                        String path = operation
                                .path()
                                .replace("{" + parameter.getName() + "}", encoded(boundary.value()))
                                .replaceAll("\\{\\w+}", "any");
                        mustBeJudged(
                                STUB.sender().send(operation.verb(), path, operation.exampleBody()),
                                boundary,
                                parameter.getName());
                    });
        }
    }

    @Test
    void anEmptyQueryParameterIsAbsent() {
        operations()
                .filter(operation -> !operation.parametersIn("query").isEmpty())
                .forEach(operation -> {
                    Sandbox sandbox = STUB.sandbox();
                    String path = operation.pathWith(sandbox.id());
                    String empty = operation.parametersIn("query").stream()
                            .map(parameter -> parameter.getName() + "=")
                            .collect(Collectors.joining("&"));
                    Answer plain = sandbox.sender().send(operation.verb(), path, null);
                    Answer answer = sandbox.sender().send(operation.verb(), path + "?" + empty, null);

                    assertThat(answer.status()).as(operation.id()).isEqualTo(plain.status());
                    assertThat(answer.body()).isEqualTo(plain.body());
                });
    }

    @Test
    void aParameterThatIsNoListIsGivenOnce() {
        operations()
                .forEach(operation -> operation.parametersIn("query").stream()
                        .filter(parameter ->
                                !"array".equals(parameter.getSchema().getType()))
                        .forEach(parameter -> {
                            String once = query(parameter, Boundaries.sound(parameter.getSchema()));
                            assertThat(STUB.sender()
                                            .send(
                                                    operation.verb(),
                                                    operation.pathWith("any") + "?" + once + "&" + once,
                                                    null)
                                            .mustBe(ErrorCode.INVALID_REQUEST)
                                            .text("error_msg"))
                                    .isEqualTo(UNREADABLE + parameter.getName() + " must be given once, not 2 times");
                        }));
    }

    /** Text is all that an address can hold, and empty text is no value. */
    private static boolean canBeText(Boundary boundary, Parameter parameter) {
        JsonNode value = boundary.value();
        return switch (Contract.resolved(parameter.getSchema()).getType()) {
            case "string" -> value.isTextual() && !value.textValue().isEmpty();
            case "integer" -> value.isNumber();
            case "boolean" -> value.isNumber() || value.isBoolean();
            default ->
                !value.isEmpty()
                        && StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isTextual);
        };
    }

    private static String query(Parameter parameter, JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(item -> parameter.getName() + "=" + encoded(item))
                        .collect(Collectors.joining("&"))
                : parameter.getName() + "=" + encoded(value);
    }

    private static String encoded(JsonNode value) {
        return URLEncoder.encode(value.asText(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void mustBeJudged(Answer answer, Boundary boundary, String name) {
        if (boundary.inside()) {
            assertThat(answer.status()).isNotEqualTo(500);
            assertThat(answer.body()).doesNotContain(UNREADABLE);
        } else {
            answer.mustBe(ErrorCode.INVALID_REQUEST);
            assertThat(answer.text("error_msg")).startsWith(UNREADABLE + name + " ");
        }
    }
}

package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.server.Contract.Promise;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.annotation.Body;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the one hand-written route to the contract, and all routes together to the list of operations. */
class InvocationRouteTest {
    private static final Promise PROMISE = Contract.operation("invokeModelService");

    /** The stub's own paths (control, page, metrics) are no part of the contract. */
    private static final String OF_THE_SERVICE = "/v1/.*|/healthcheck";

    private static ApplicationContext context;
    private static List<UriRouteInfo<?, ?>> routes;

    @BeforeAll
    static void readTheRoutes() {
        context = ApplicationContext.builder().deduceEnvironment(false).start();
        routes = context.getBean(Router.class)
                .uriRoutes()
                .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                .filter(route -> route.getUriMatchTemplate().toString().matches(OF_THE_SERVICE))
                .toList();
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @Test
    void everyOperationOfTheContractHasARouteAndThereAreNoOthers() {
        assertThat(Contract.OPERATIONS).hasSizeGreaterThanOrEqualTo(24);
        assertThat(routes.stream().map(InvocationRouteTest::line).distinct())
                .containsExactlyInAnyOrderElementsOf(Contract.OPERATIONS.stream()
                        .map(promise -> promise.id() + " " + promise.verb() + " " + promise.path())
                        .toList());
    }

    /** Generated methods are named after the operation, with a suffix. */
    private static String line(UriRouteInfo<?, ?> route) {
        return route.getTargetMethod().getMethodName().replaceFirst("Api$", "") + " " + route.getHttpMethodName() + " "
                + route.getUriMatchTemplate();
    }

    @Test
    void theInvocationIsTheOnlyRouteThatIsNotGenerated() {
        Stream<String> handWritten = routes.stream()
                .map(route -> route.getTargetMethod().getMethodName())
                .filter(name -> !name.endsWith("Api"))
                .distinct();
        assertThat(handWritten).containsExactly(PROMISE.id());
    }

    @Test
    void theInvocationConsumesAndProducesTheMediaTypesOfTheContract() {
        assertThat(route().getConsumes().stream().map(Object::toString))
                .containsExactlyElementsOf(
                        PROMISE.operation().getRequestBody().getContent().keySet());
        assertThat(route().getProduces().stream().map(Object::toString))
                .containsExactlyElementsOf(PROMISE.operation()
                        .getResponses()
                        .get("200")
                        .getContent()
                        .keySet());
    }

    @Test
    void theInvocationTakesTheBodyOfTheContract() {
        String schema = PROMISE.operation()
                .getRequestBody()
                .getContent()
                .get("application/json")
                .getSchema()
                .get$ref();

        assertThat(argumentsAnnotatedWith(Body.class))
                .singleElement()
                .satisfies(body -> assertThat(schema)
                        .isEqualTo("#/components/schemas/" + body.getType().getSimpleName()));
    }

    private static UriRouteInfo<?, ?> route() {
        return routes.stream()
                .filter(route -> route.getTargetMethod().getMethodName().equals(PROMISE.id()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Argument<?>> argumentsAnnotatedWith(Class<? extends Annotation> type) {
        return Arrays.<Argument<?>>stream(route().getTargetMethod().getArguments())
                .filter(argument -> argument.getAnnotationMetadata().hasAnnotation(type))
                .toList();
    }
}

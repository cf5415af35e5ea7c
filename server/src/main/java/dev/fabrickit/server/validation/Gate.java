package dev.fabrickit.server.validation;

import dev.fabrickit.server.error.Refusal;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Lets a request pass to its controller when it is as the contract says. The last filter: who sent it is known by then. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.LOWEST_PRECEDENCE)
class Gate {
    private final Contract contract;
    private final Bodies bodies;

    Gate(Contract contract, Bodies bodies) {
        this.contract = contract;
        this.bodies = bodies;
    }

    /** Gives the request back, or fails with a refusal. */
    @RequestFilter
    CompletionStage<HttpRequest<?>> check(ServerHttpRequest<?> request) {
        requireDecoded(request);
        CompletionStage<HttpRequest<?>> passed = CompletableFuture.completedFuture(request);
        UriRouteMatch<?, ?> route = routeOf(request);
        Operation operation = operationOf(route);
        if (route == null || operation == null) {
            return passed;
        }
        require(operation.parameterFaults(request, route));
        return operation.body() == null
                ? passed
                : bodies.check(request, json -> require(operation.bodyFaults(json)))
                        .thenCompose(checked -> passed);
    }

    /** What the server has decoded bears the header no more. */
    private static void requireDecoded(ServerHttpRequest<?> request) {
        String encoding = request.getHeaders().get(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null
                && !encoding.equalsIgnoreCase("identity")
                && request.byteBody().expectedLength().orElse(1) > 0) {
            throw Refusal.unreadable("the header Content-Encoding must be gzip, deflate, snappy or identity");
        }
    }

    /** Without this an answer would have the parameters of the request's Accept in its type. */
    @ResponseFilter
    void answerInJson(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (response.body() != null && response.getContentType().isEmpty() && operationOf(routeOf(request)) != null) {
            response.contentType(MediaType.APPLICATION_JSON_TYPE);
        }
    }

    private static @Nullable UriRouteMatch<?, ?> routeOf(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .filter(UriRouteMatch.class::isInstance)
                .map(match -> (UriRouteMatch<?, ?>) match)
                .orElse(null);
    }

    private @Nullable Operation operationOf(@Nullable UriRouteMatch<?, ?> route) {
        return route == null
                ? null
                : contract.operation(
                        route.getHttpMethod(),
                        route.getRouteInfo().getUriMatchTemplate().toString());
    }

    private static void require(Faults faults) {
        if (!faults.isEmpty()) {
            throw Refusal.unreadable(faults.toString());
        }
    }
}

package dev.fabrickit.server.fault;

import dev.fabrickit.server.error.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.Router;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The operations by their ids in the contract, which are the names of the methods that answer them. */
@Singleton
class OperationNames {
    /** Generated methods that bear the route end so; they call one that bears the id alone. */
    private static final String GENERATED_SUFFIX = "Api$";

    private static final List<String> SERVICE = List.of("/v1/", "/v3/", "/healthcheck");

    private final Router router;

    OperationNames(Router router) {
        this.router = router;
    }

    /** The same name, or a refusal when there is no such operation. */
    @Nullable
    String known(@Nullable String operation) {
        if (operation != null && !all().contains(operation)) {
            throw Refusal.unreadable("operation must be an operationId of the contract, like invokeModelService");
        }
        return operation;
    }

    private Set<String> all() {
        return router.uriRoutes()
                .filter(route -> isOfTheService(route.getUriMatchTemplate().toString()))
                .map(OperationNames::nameOf)
                .collect(Collectors.toSet());
    }

    /** Not what watches or controls the stub. */
    static boolean isOfTheService(String path) {
        return SERVICE.stream().anyMatch(path::startsWith);
    }

    /** Empty when the request is to nothing known. */
    String of(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .map(match -> nameOf(match.getRouteInfo()))
                .orElse("");
    }

    private static String nameOf(Object route) {
        return route instanceof MethodBasedRouteInfo<?, ?> method
                ? method.getTargetMethod().getMethodName().replaceFirst(GENERATED_SUFFIX, "")
                : "";
    }
}

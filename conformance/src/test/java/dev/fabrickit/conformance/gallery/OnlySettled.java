package dev.fabrickit.conformance.gallery;

import dev.fabrickit.server.seam.Interference;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.net.URI;
import java.net.http.HttpClient;
import reactor.core.publisher.Mono;

/**
 * Refuses to change or delete what is not RUNNING, and to deploy while the newest endpoint of the workspace is not. It asks the
 * stub itself, with the caller's token.
 */
final class OnlySettled implements Interference {
    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public Mono<MutableHttpResponse<?>> request(HttpRequest<?> request) {
        String token = request.getHeaders().get("X-Auth-Token");
        HttpMethod method = request.getMethod();
        boolean deploys = method == HttpMethod.POST && request.getPath().endsWith("/services/instances");
        boolean changes = (method == HttpMethod.PUT || method == HttpMethod.DELETE)
                && request.getPath().matches(".*/(endpoints|instances)/[^/]+");
        if (token == null || !deploys && !changes) {
            return Mono.empty();
        }
        String path = deploys ? request.getPath().replace("services/instances", "endpoints") : request.getPath();
        URI url = URI.create("http://127.0.0.1:" + request.getServerAddress().getPort() + path);
        java.net.http.HttpRequest look = java.net.http.HttpRequest.newBuilder(url)
                .header("X-Auth-Token", token)
                .build();
        return Mono.fromFuture(http.sendAsync(look, java.net.http.HttpResponse.BodyHandlers.ofString()))
                .map(shown -> Rewriting.parse(shown.body()))
                .map(shown -> deploys ? shown.at("/endpoints/0") : shown)
                .filter(shown -> shown.path("status").isTextual()
                        && !shown.path("status").asText().equals("RUNNING"))
                .map(shown -> refusal());
    }

    private static MutableHttpResponse<?> refusal() {
        MutableHttpResponse<?> answer = HttpResponse.ok();
        Rewriting.refuse(answer, 409, "Fabric.0409");
        return answer;
    }
}

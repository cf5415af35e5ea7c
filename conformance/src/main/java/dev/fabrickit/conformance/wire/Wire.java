package dev.fabrickit.conformance.wire;

import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.fabrickit.conformance.contract.Contract;
import dev.fabrickit.conformance.contract.Operation;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The one place that every exchange with the service passes. It holds each answer against the contract and hands each
 * exchange on as evidence.
 */
public final class Wire {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "X-Auth-Token";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient streams =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private final RestAssuredConfig plain = RestAssuredConfig.config()
            .httpClient(HttpClientConfig.httpClientConfig()
                    .setParam("http.connection.timeout", (int) CONNECT_TIMEOUT.toMillis())
                    .setParam("http.socket.timeout", (int) ANSWER_TIMEOUT.toMillis()))
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false))
            .redirect(RedirectConfig.redirectConfig().followRedirects(false));

    private final Target target;
    private final Contract contract;
    private final Consumer<Exchange> evidence;

    public Wire(Target target, Contract contract, Consumer<Exchange> evidence) {
        this.target = target;
        this.contract = contract;
        this.evidence = exchange -> evidence.accept(exchange.maskedBy(target));
    }

    /**
     * Sends a call, and fails when its answer breaks the contract.
     *
     * @throws Unreachable when no answer comes
     */
    public Answer send(Call call) {
        return ask(call).mustConform();
    }

    /**
     * Sends a call and reads the whole answer. Whether it keeps to the contract the answer tells: for whoever must act on an
     * answer even when it is wrong.
     *
     * @throws Unreachable when no answer comes
     */
    public Answer ask(Call call) {
        Operation operation = contract.operation(call.operationId());
        URI url = urlOf(operation, call);
        requireSound(operation, call);
        RequestSpecification request = RestAssured.given().config(plain).header(TOKEN, target.token());
        if (call.body() != null) {
            request.contentType(ContentType.JSON).body(call.body().toString());
        }
        long begin = System.nanoTime();
        Response response;
        try {
            response = request.urlEncodingEnabled(false).request(operation.method(), url);
        } catch (Exception e) {
            // REST-assured lets checked exceptions of the transport through undeclared.
            throw new Unreachable(url, e);
        }
        Map<String, List<String>> headers = new TreeMap<>();
        response.headers()
                .forEach(header ->
                        headers.put(header.getName(), response.headers().getValues(header.getName())));
        String body = response.asString();
        evidence.accept(new Exchange(
                operation.id(),
                operation.method(),
                url,
                call.body() == null ? null : call.body().toString(),
                response.statusCode(),
                headers,
                body,
                since(begin)));
        List<String> faults = faultsOf(operation, response.statusCode(), headers, body).stream()
                .map(target::masked)
                .toList();
        JsonNode json = json(body);
        String reason = json.path("error_code").asText("") + ": "
                + json.path("error_msg").asText("no message");
        return new Answer(operation, response.statusCode(), json, target.masked(reason), faults);
    }

    /**
     * Sends an invocation and hands out its stream while it arrives. Close it.
     *
     * @throws Nonconformance when the answer is no stream
     * @throws Unreachable when no answer comes
     */
    public EventStream stream(Call call) {
        Operation operation = contract.operation(call.operationId());
        URI url = urlOf(operation, call);
        requireSound(operation, call);
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(ANSWER_TIMEOUT)
                .header(TOKEN, target.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(String.valueOf(call.body())))
                .build();
        long begin = System.nanoTime();
        try {
            HttpResponse<InputStream> response = streams.send(request, HttpResponse.BodyHandlers.ofInputStream());
            return new EventStream(operation, call, response, begin, target, contract, evidence);
        } catch (IOException e) {
            throw new Unreachable(url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(url, e);
        }
    }

    /**
     * Knocks at a host.
     *
     * @throws Unreachable when nothing answers
     */
    public static void reach(URI host) {
        HttpRequest knock =
                HttpRequest.newBuilder(host).timeout(CONNECT_TIMEOUT).build();
        try {
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT_TIMEOUT)
                    .build()
                    .send(knock, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new Unreachable(host, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(host, e);
        }
    }

    private URI urlOf(Operation operation, Call call) {
        String query = call.query().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&", "?", ""));
        return URI.create(
                target.base(operation.host()) + operation.pathWith(call.path()) + (query.length() > 1 ? query : ""));
    }

    /** A bad message of ours is our fault, not the service's. */
    private void requireSound(Operation operation, Call call) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(operation.method(), operation.pathWith(call.path()))
                .withHeader(TOKEN, target.token());
        call.query().forEach(request::withQueryParam);
        if (call.body() != null) {
            request.withContentType("application/json").withBody(call.body().toString());
        }
        List<String> faults = contract.faultsOf(request.build());
        if (!faults.isEmpty()) {
            throw new IllegalStateException("the suite would send a bad " + operation.id() + ": " + faults);
        }
    }

    private List<String> faultsOf(Operation operation, int status, Map<String, List<String>> headers, String body) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(status);
        headers.forEach(response::withHeader);
        if (!body.isEmpty()) {
            response.withBody(body);
        }
        return contract.faultsOf(operation, response.build());
    }

    private static JsonNode json(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}

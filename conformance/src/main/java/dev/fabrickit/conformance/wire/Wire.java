package dev.fabrickit.conformance.wire;

import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.fabrickit.conformance.contract.Contract;
import dev.fabrickit.conformance.contract.Operation;
import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The one place that every exchange with the service passes. It holds each answer against the contract and hands each
 * exchange on as evidence.
 */
public final class Wire {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int MOST_REPEATS = 3;

    /** Whoever has a token may send it. */
    private static final Call PROBE = Call.of("listWorkspaces").with("limit", "1");

    private final Target target;
    private final Contract contract;
    private final Requests requests;
    private final Consumer<Exchange> evidence;
    private final Notary notary;
    private final StreamClient streams;
    private final RestAssuredConfig plain;
    private final TokenWatch tokens;

    public Wire(Target target, Contract contract, Consumer<Exchange> evidence) {
        this(target, contract, evidence, Notary.NONE);
    }

    public Wire(Target target, Contract contract, Consumer<Exchange> evidence, Notary notary) {
        this.target = target;
        this.contract = contract;
        this.requests = new Requests(target, contract);
        this.evidence = evidence;
        this.notary = notary;
        streams = new StreamClient(target.transport());
        plain = target.transport().restAssured();
        tokens = new TokenWatch(
                target,
                () -> send(
                                contract.operation("listWorkspaces"),
                                requests.of(contract.operation("listWorkspaces"), PROBE))
                        .statusCode());
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
     * @throws dev.fabrickit.conformance.requirement.Inconclusive when its caller needs credentials that were not given
     */
    public Answer ask(Call call) {
        if (!requests.harmsOwnKey(call)) {
            return exchange(call);
        }
        // A gateway locks a key after five bad signatures in a row: a good one follows before the next bad one can.
        synchronized (target) {
            Answer answer = exchange(call);
            exchange(Call.of("listWorkspaces").with("limit", "1").by(Caller.OWN_SIGNATURE));
            return answer;
        }
    }

    /** A service that asks for patience where its contract knows no such answer is asked again. */
    private Answer exchange(Call call) {
        Answer answer = exchangeOnce(call);
        for (int repeats = 0; repeats < MOST_REPEATS && isTooSoon(answer); repeats++) {
            if (!target.patience().isGranted(answer)) {
                break;
            }
            answer = exchangeOnce(call);
        }
        return answer;
    }

    private boolean isTooSoon(Answer answer) {
        return isTooSoon(answer.operation(), answer.status());
    }

    private boolean isTooSoon(Operation operation, int status) {
        return status == TOO_MANY_REQUESTS
                && !contract.answersOf(operation).containsKey(Integer.toString(TOO_MANY_REQUESTS));
    }

    private Answer exchangeOnce(Call call) {
        Operation operation = contract.operation(call.operationId());
        Outgoing request = requests.of(operation, call);
        tokens.requireToken(request);
        notary.before(call);
        long begin = System.nanoTime();
        Response response = send(operation, request);
        if (tokens.isRenewed(request, response.statusCode())) {
            request = requests.of(operation, call);
            response = send(operation, request);
        }
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.headers()) {
            headers.put(header.getName(), response.headers().getValues(header.getName()));
        }
        String body = response.asString();
        Duration took = since(begin);
        List<String> faults = faultsOf(contract, operation, response.statusCode(), headers, body).stream()
                .map(target::masked)
                .toList();
        JsonNode json = json(body);
        String reason = json.path("error_code").asText("") + ": "
                + json.path("error_msg").asText("no message");
        Answer answer = new Answer(operation, response.statusCode(), headers, json, target.masked(reason), faults);
        // Who asks for patience has not answered yet.
        List<String> noted = isTooSoon(answer) ? List.of() : faults;
        evidence.accept(
                Exchange.of(operation.id(), request, response.statusCode(), headers, body, took, noted, target));
        notary.after(call, answer);
        return answer;
    }

    private Response send(Operation operation, Outgoing request) {
        Endurance endurance = target.endurance(operation);
        long begin = System.nanoTime();
        RequestSpecification specification = RestAssured.given()
                .config(within(endurance.silence()))
                .urlEncodingEnabled(false)
                .headers(request.headers());
        if (request.body().length > 0) {
            specification.body(request.body());
        }
        if (target.transport().proxy() != null) {
            specification.proxy(
                    target.transport().proxy().getHostString(),
                    target.transport().proxy().getPort());
        }
        try {
            return specification.request(request.method(), request.url());
        } catch (Exception e) {
            // REST-assured lets checked exceptions of the transport through undeclared.
            endurance.failed(since(begin));
            throw new Unreachable(request.url(), e);
        }
    }

    /**
     * Sends an invocation and hands out its stream while it arrives. Close it.
     *
     * @throws Nonconformance when the answer is no stream
     * @throws Unreachable when no answer comes
     */
    public EventStream stream(Call call) {
        return stream(call, true);
    }

    /**
     * Sends an invocation and hands out its stream while it arrives, for whoever judges it as a whole: what breaks the contract
     * is noted only. Close it.
     *
     * @throws Nonconformance when the request is refused
     * @throws Unreachable when no answer comes
     */
    public EventStream listen(Call call) {
        return stream(call, false);
    }

    private EventStream stream(Call call, boolean strict) {
        Operation operation = contract.operation(call.operationId());
        Outgoing sent = requests.of(operation, call);
        tokens.requireToken(sent);
        long begin = System.nanoTime();
        HttpResponse<InputStream> response = open(operation, sent);
        if (tokens.isRenewed(sent, response.statusCode())) {
            sent = requests.of(operation, call);
            response = open(operation, sent);
        }
        return new EventStream(operation, sent, response, begin, target, contract, evidence, strict);
    }

    /** A service that asks for patience is asked again, as everywhere. */
    private HttpResponse<InputStream> open(Operation operation, Outgoing sent) {
        HttpResponse<InputStream> response = streams.open(sent, target.endurance(operation));
        for (int repeats = 0; repeats < MOST_REPEATS && isTooSoon(operation, response.statusCode()); repeats++) {
            if (!target.patience().isGranted(response.headers().firstValue("Retry-After"))) {
                break;
            }
            response = streams.open(sent, target.endurance(operation));
        }
        return response;
    }

    private RestAssuredConfig within(Duration silence) {
        return silence.equals(target.transport().answering())
                ? plain
                : target.transport().answering(silence).restAssured();
    }

    static List<String> faultsOf(
            Contract contract, Operation operation, int status, Map<String, List<String>> headers, String body) {
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

package dev.fabrickit.conformance.wire;

import com.atlassian.oai.validator.model.SimpleRequest;
import dev.fabrickit.conformance.contract.Contract;
import dev.fabrickit.conformance.contract.Operation;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes requests of calls. What is not meant to break the contract is held against it first. */
final class Requests {
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String JSON = "application/json";

    private final Target target;
    private final Contract contract;
    private final Admission admission;

    Requests(Target target, Contract contract) {
        this.target = target;
        this.contract = contract;
        this.admission = new Admission(target, Clock.systemUTC());
    }

    Outgoing of(Operation operation, Call call) {
        if (!call.bad()) {
            requireSound(operation, call);
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (call.body() != null) {
            headers.put(CONTENT_TYPE, JSON);
        }
        byte[] body = call.body() == null ? new byte[0] : call.body();
        Outgoing request = new Outgoing(call.caller(), operation.method(), urlOf(operation, call), headers, body);
        Outgoing whole = admission.admit(request).with(call.headers());
        whole.headers().values().removeIf(String::isEmpty);
        return whole;
    }

    boolean harmsOwnKey(Call call) {
        return admission.harmsOwnKey(call.caller());
    }

    private URI urlOf(Operation operation, Call call) {
        Map<String, String> path = new TreeMap<>(call.path());
        path.replaceAll((name, value) -> encoded(value));
        String query = call.query().entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(target.base(operation.host())
                + operation.pathWith(path)
                + call.beyond()
                + (query.isEmpty() ? "" : "?" + query));
    }

    /** Percent-encoded, in the one way that signatures are made of. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** A bad message of ours is our fault, not the service's. */
    private void requireSound(Operation operation, Call call) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(operation.method(), operation.pathWith(call.path()))
                .withHeader("X-Auth-Token", "whoever");
        call.query().forEach(request::withQueryParam);
        if (call.body() != null) {
            request.withContentType(JSON).withBody(new String(call.body(), StandardCharsets.UTF_8));
        }
        List<String> faults = contract.faultsOf(request.build());
        if (!faults.isEmpty()) {
            throw new IllegalStateException("the suite would send a bad " + operation.id() + ": " + faults);
        }
    }
}

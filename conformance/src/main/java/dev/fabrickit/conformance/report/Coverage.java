package dev.fabrickit.conformance.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.fabrickit.conformance.contract.Contract;
import dev.fabrickit.conformance.contract.Inputs;
import dev.fabrickit.conformance.contract.Operation;
import dev.fabrickit.conformance.requirement.Requirement;
import dev.fabrickit.conformance.requirement.Requirements;
import dev.fabrickit.conformance.run.Example;
import dev.fabrickit.conformance.wire.Exchange;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What of the contract has been seen on the wire: each operation with each status and each media type, each parameter and
 * property in a request that was accepted, each constraint in a request that broke it. A status
 * that an excluded requirement covers, because no client can bring it about, does not count.
 */
public final class Coverage implements Consumer<Example> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOTHING = "no body";

    private final Contract contract;
    private final Map<String, String> beyondReach = new HashMap<>();
    private final Map<String, Inputs> inputsOf = new HashMap<>();
    private final Set<String> given = new HashSet<>();
    private final Share answers;
    private final Share inputs;
    private final Share constraints;

    public Coverage(Contract contract, Requirements requirements) {
        this.contract = contract;
        for (Requirement requirement : requirements.all()) {
            if (requirement.excluded() != null) {
                requirement
                        .operations()
                        .forEach(operation -> requirement
                                .covers()
                                .forEach(status -> beyondReach.put(operation + " " + status, requirement.id())));
            }
        }
        Set<String> allInputs = new TreeSet<>();
        Set<String> allConstraints = new TreeSet<>();
        for (Operation operation : contract.operations()) {
            Inputs of = contract.inputsOf(operation.id());
            inputsOf.put(operation.id(), of);
            of.places().forEach(place -> allInputs.add(operation.id() + " " + place));
            of.constraints().forEach(constraint -> allConstraints.add(operation.id() + " " + constraint));
        }
        answers = new Share(promised());
        inputs = new Share(allInputs);
        constraints = new Share(allConstraints);
    }

    @Override
    public synchronized void accept(Example example) {
        example.exchanges().forEach(this::accept);
    }

    private void accept(Exchange exchange) {
        String answer = answerOf(exchange);
        if (given.add(answer)) {
            answers.all().stream().filter(promise -> keeps(answer, promise)).forEach(answers::see);
        }
        Operation operation = contract.operation(exchange.operationId());
        Inputs known = inputsOf.get(operation.id());
        Map<String, Map<String, String>> parameters = Map.of(
                "path",
                operation.parametersIn(exchange.url().getRawPath()),
                "query",
                Operation.queryIn(exchange.url()),
                "header",
                exchange.requestHeaders());
        JsonNode body = bodyOf(exchange);
        if (operation.isSuccess(exchange.status())) {
            known.givenBy(parameters, body).forEach(place -> inputs.see(operation.id() + " " + place));
        } else {
            known.brokenBy(parameters, body).forEach(broken -> constraints.see(operation.id() + " " + broken));
        }
    }

    /** What was sent; missing when nothing was, when it was cut for its size, or when it is no JSON. */
    private static JsonNode bodyOf(Exchange exchange) {
        try {
            return exchange.requestBody() == null ? MissingNode.getInstance() : JSON.readTree(exchange.requestBody());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String answerOf(Exchange exchange) {
        String type = exchange.responseBody().isEmpty()
                ? NOTHING
                : exchange.header("Content-Type")
                        .map(value -> value.split(";")[0].strip().toLowerCase(Locale.ROOT))
                        .orElse("no media type");
        return exchange.operationId() + " " + exchange.status() + " " + type;
    }

    private Set<String> promised() {
        Set<String> promised = new TreeSet<>();
        for (Operation operation : contract.operations()) {
            contract.answersOf(operation).forEach((status, types) -> {
                if (!beyondReach.containsKey(operation.id() + " " + status)) {
                    promised.addAll(answers(operation, status, types));
                }
            });
        }
        return promised;
    }

    private static List<String> answers(Operation operation, String status, Collection<String> types) {
        Collection<String> all = types.isEmpty() ? List.of(NOTHING) : types;
        return all.stream()
                .map(type -> operation.id() + " " + status + " " + type)
                .toList();
    }

    /** A promise may be of a whole class of statuses. */
    private static boolean keeps(String answer, String promise) {
        String[] given = answer.split(" ", 3);
        String[] asked = promise.split(" ", 3);
        return given[0].equals(asked[0])
                && (given[1].equals(asked[1]) || asked[1].equals(given[1].charAt(0) + "XX"))
                && given[2].equals(asked[2]);
    }

    /** Of the answers that a client can bring about, such as {@code createWorkspace 200 application/json}. */
    public Share answers() {
        return answers;
    }

    /** Of what an operation can be given, such as {@code createWorkspace body name}. */
    public Share inputs() {
        return inputs;
    }

    /** Of what can be wrong with that, such as {@code createWorkspace body name maxLength}. */
    public Share constraints() {
        return constraints;
    }

    /** As it stands in a report. */
    synchronized Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("answers", answers.summary());
        summary.put("inputs", inputs.summary());
        summary.put("constraints", constraints.summary());
        summary.put("beyond_reach", List.copyOf(new TreeSet<>(beyondReach.values())));
        return summary;
    }

    @Override
    public synchronized String toString() {
        return answers.percent() + " % of the answers that a client can bring about, " + inputs.percent()
                + " % of what operations can be given, " + constraints.percent() + " % of the limits of that, broken";
    }
}

package dev.fabrickit.conformance.report;

import dev.fabrickit.conformance.contract.Contract;
import dev.fabrickit.conformance.contract.Operation;
import dev.fabrickit.conformance.run.Example;
import dev.fabrickit.conformance.wire.Exchange;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Which of the contract's answers have been seen on the wire: each operation with each status and each media type. Statuses
 * that no client can bring about are counted apart; so is a refusal of showHealth, which takes neither parameters nor
 * credentials.
 */
public final class Coverage implements Consumer<Example> {
    private static final String NOTHING = "no body";

    private static final Map<String, String> BEYOND_REACH = Map.of(
            "404", "is the answer to a path that no operation has",
            "403", "takes credentials that are known but not allowed",
            "408", "takes a service that is too slow",
            "500", "takes a fault of the service",
            "503", "takes a service that is down");

    private final Contract contract;
    private final Set<String> seen = new TreeSet<>();

    public Coverage(Contract contract) {
        this.contract = contract;
    }

    @Override
    public synchronized void accept(Example example) {
        example.exchanges().forEach(exchange -> seen.add(answerOf(exchange)));
    }

    private static String answerOf(Exchange exchange) {
        String type = exchange.responseBody().isEmpty()
                ? NOTHING
                : exchange.header("Content-Type")
                        .map(value -> value.split(";")[0].strip().toLowerCase(Locale.ROOT))
                        .orElse("no media type");
        return exchange.operationId() + " " + exchange.status() + " " + type;
    }

    /** What a client can bring about, of what the contract promises. */
    public synchronized Set<String> promised() {
        Set<String> promised = new TreeSet<>();
        for (Operation operation : contract.operations()) {
            contract.answersOf(operation).forEach((status, types) -> {
                boolean needsNothing = operation.id().equals("showHealth") && status.startsWith("4");
                if (!BEYOND_REACH.containsKey(status) && !needsNothing) {
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

    /** What has not been seen of it. */
    public synchronized Set<String> missing() {
        Set<String> missing = promised();
        missing.removeIf(promise -> seen.stream().anyMatch(answer -> keeps(answer, promise)));
        return missing;
    }

    /** A promise may be of a whole class of statuses. */
    private static boolean keeps(String answer, String promise) {
        String[] given = answer.split(" ", 3);
        String[] asked = promise.split(" ", 3);
        return given[0].equals(asked[0])
                && (given[1].equals(asked[1]) || asked[1].equals(given[1].charAt(0) + "XX"))
                && given[2].equals(asked[2]);
    }

    /** In whole percent, rounded down. */
    public int percent() {
        int all = promised().size();
        return all == 0 ? 0 : (all - missing().size()) * 100 / all;
    }

    /** As it stands in a report. */
    Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("percent", percent());
        summary.put("answers", promised().size());
        summary.put("missing", List.copyOf(missing()));
        summary.put("beyond_reach", new TreeMap<>(BEYOND_REACH));
        return summary;
    }
}

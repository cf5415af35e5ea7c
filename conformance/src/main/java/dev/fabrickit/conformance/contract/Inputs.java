package dev.fabrickit.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an operation can be given: each parameter and each property of its body, by a name that tells the place, such as
 * {@code path workspace_id}, {@code query limit} or {@code body version/config}; the items of a list are {@code *}.
 */
public final class Inputs {
    private static final String ITEMS = "*";

    private final Map<String, Input> inputs = new LinkedHashMap<>();

    /** A place, and what may stand there. */
    private record Input(List<String> steps, List<Constraint> constraints) {}

    Inputs(List<Parameter> parameters, @Nullable Schema<?> body) {
        for (Parameter parameter : parameters) {
            boolean required = Boolean.TRUE.equals(parameter.getRequired())
                    && !parameter.getIn().equals("path");
            add(List.of(parameter.getIn(), parameter.getName()), parameter.getSchema(), required, true);
        }
        if (body != null) {
            children(List.of("body"), body);
        }
    }

    private void add(List<String> steps, Schema<?> schema, boolean required, boolean text) {
        Stream<Constraint> own = Constraint.of(schema, text);
        inputs.put(
                steps.get(0) + " " + String.join("/", steps.subList(1, steps.size())),
                new Input(steps, (required ? Stream.concat(own, Stream.of(Constraint.PRESENCE)) : own).toList()));
        children(steps, schema);
    }

    private void children(List<String> steps, Schema<?> schema) {
        List<String> required = Objects.requireNonNullElse(schema.getRequired(), List.of());
        Constraint.propertiesOf(schema)
                .forEach((name, property) -> add(then(steps, name), property, required.contains(name), false));
        if (schema.getItems() != null) {
            add(then(steps, ITEMS), schema.getItems(), false, !steps.get(0).equals("body"));
        }
    }

    private static List<String> then(List<String> steps, String step) {
        return Stream.concat(steps.stream(), Stream.of(step)).toList();
    }

    /** All places. */
    public Set<String> places() {
        return new TreeSet<>(inputs.keySet());
    }

    /** All that can be wrong at some place: its name and the keyword of the contract that is broken. */
    public Set<String> constraints() {
        Set<String> constraints = new TreeSet<>();
        inputs.forEach((place, input) ->
                input.constraints().forEach(constraint -> constraints.add(place + " " + constraint.keyword())));
        return constraints;
    }

    /**
     * The places that a request gives something for.
     *
     * @param parameters the values of the parameters, by {@code path}, {@code query} and {@code header}
     * @param body what is sent; missing when nothing is
     */
    public Set<String> givenBy(Map<String, Map<String, String>> parameters, JsonNode body) {
        JsonNode request = request(parameters, body);
        Set<String> given = new TreeSet<>();
        inputs.forEach((place, input) -> {
            if (valuesOf(input, request).stream().anyMatch(value -> !value.isMissingNode())) {
                given.add(place);
            }
        });
        return given;
    }

    /** Which of the {@link #constraints} a request breaks. Parameters are those of {@link #givenBy}. */
    public Set<String> brokenBy(Map<String, Map<String, String>> parameters, JsonNode body) {
        JsonNode request = request(parameters, body);
        Set<String> broken = new TreeSet<>();
        inputs.forEach((place, input) -> {
            List<JsonNode> values = valuesOf(input, request);
            input.constraints().stream()
                    .filter(constraint -> values.stream().anyMatch(constraint::isBrokenBy))
                    .forEach(constraint -> broken.add(place + " " + constraint.keyword()));
        });
        return broken;
    }

    private JsonNode request(Map<String, Map<String, String>> parameters, JsonNode body) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        parameters.forEach((kind, values) -> {
            ObjectNode texts = request.putObject(kind);
            values.forEach((name, value) -> {
                if (inputs.containsKey(kind + " " + name + "/" + ITEMS)) {
                    Stream.of(value.split(",")).forEach(texts.withArray("/" + name)::add);
                } else {
                    texts.put(name, value);
                }
            });
        });
        if (!body.isMissingNode()) {
            request.set("body", body);
        }
        return request;
    }

    /** What stands at a place; missing once for each object that lacks it. */
    private static List<JsonNode> valuesOf(Input input, JsonNode request) {
        List<JsonNode> nodes = List.of(request);
        for (String step : input.steps()) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : nodes) {
                if (step.equals(ITEMS) && node instanceof ArrayNode list) {
                    list.forEach(next::add);
                } else if (node instanceof ObjectNode object) {
                    next.add(Objects.requireNonNullElse(object.get(step), MissingNode.getInstance()));
                }
            }
            nodes = next;
        }
        return nodes;
    }
}

package dev.fabrickit.server.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.uri.UriMatchInfo;
import java.util.List;

/**
 * What the contract asks of a parameter. Empty text counts as absent.
 *
 * @param repeatable whether it is a list, given by repeating it
 * @param type its type, or for a list the type of the items
 */
record Parameter(String name, Source source, boolean required, boolean repeatable, Type type, Constraint constraint) {

    /** Where parameters stand, by the names of OpenAPI. */
    enum Source {
        PATH {
            @Override
            List<String> texts(String name, HttpRequest<?> request, UriMatchInfo route) {
                return List.of(String.valueOf(route.getVariableValues().getOrDefault(name, "")));
            }
        },
        QUERY {
            @Override
            List<String> texts(String name, HttpRequest<?> request, UriMatchInfo route) {
                return request.getParameters().getAll(name);
            }
        },
        HEADER {
            @Override
            List<String> texts(String name, HttpRequest<?> request, UriMatchInfo route) {
                return request.getHeaders().getAll(name);
            }
        };

        abstract List<String> texts(String name, HttpRequest<?> request, UriMatchInfo route);
    }

    void check(HttpRequest<?> request, UriMatchInfo route, Faults faults) {
        Place place = Place.parameter(name);
        List<String> given = source.texts(name, request, route).stream()
                .filter(text -> !text.isEmpty())
                .toList();
        if (given.isEmpty()) {
            if (required) {
                faults.add(place, "is required");
            }
        } else if (repeatable || given.size() == 1) {
            constraint.check(place, repeatable ? list(given) : type.read(given.get(0)), faults);
        } else {
            faults.add(place, "must be given once, not " + given.size() + " times");
        }
    }

    private JsonNode list(List<String> texts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        texts.forEach(text -> list.add(type.read(text)));
        return list;
    }
}

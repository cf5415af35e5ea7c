package dev.fabrickit.server.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * The keywords {@code properties} and {@code required}. What the contract does not name is none of its business.
 *
 * @param named the properties that it describes
 * @param required the properties that must be there
 */
record Properties(Map<String, Constraint> named, List<String> required) implements Constraint {

    @Override
    public void check(Place place, JsonNode value, Faults faults) {
        for (String name : required) {
            if (!value.has(name)) {
                faults.add(place.property(name), "is required");
            }
        }
        named.forEach((name, constraint) -> {
            JsonNode property = value.get(name);
            if (property != null) {
                constraint.check(place.property(name), property, faults);
            }
        });
    }
}

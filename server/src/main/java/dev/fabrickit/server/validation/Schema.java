package dev.fabrickit.server.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What the contract says of one value.
 *
 * @param type its type
 * @param nullable whether it may be null instead
 * @param constraints what a value of that type must fulfil
 */
record Schema(Type type, boolean nullable, List<Constraint> constraints) implements Constraint {

    @Override
    public void check(Place place, JsonNode value, Faults faults) {
        if (value.isNull() && nullable) {
            return;
        }
        if (!type.has(value)) {
            faults.add(place, "must be " + type + (nullable ? " or null" : "") + ", not " + Faults.shown(value));
            return;
        }
        constraints.forEach(constraint -> constraint.check(place, value, faults));
    }
}

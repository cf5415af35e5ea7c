package dev.fabrickit.server.validation;

import com.fasterxml.jackson.databind.JsonNode;

/** The keyword {@code items}. */
record Items(Constraint each) implements Constraint {

    @Override
    public void check(Place place, JsonNode value, Faults faults) {
        for (int i = 0; i < value.size() && !faults.isFull(); i++) {
            each.check(place.item(i), value.get(i), faults);
        }
    }
}

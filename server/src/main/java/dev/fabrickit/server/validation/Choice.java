package dev.fabrickit.server.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** The keyword {@code enum}: one of a few texts. */
record Choice(Set<String> texts) implements Constraint {

    @Override
    public void check(Place place, JsonNode value, Faults faults) {
        if (!texts.contains(value.textValue())) {
            String demand = (texts.size() == 1 ? "must be " : "must be one of ") + String.join(", ", texts);
            faults.add(place, demand + ", not " + Faults.shown(value));
        }
    }
}

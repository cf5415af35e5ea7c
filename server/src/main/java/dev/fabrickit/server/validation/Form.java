package dev.fabrickit.server.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** The keyword {@code pattern}. It describes the whole text: a line end after it is part of it. */
record Form(Pattern pattern) implements Constraint {

    @Override
    public void check(Place place, JsonNode value, Faults faults) {
        if (!pattern.matcher(value.textValue()).matches()) {
            faults.add(place, "must match " + pattern);
        }
    }
}

package dev.fabrickit.server.validation;

import com.fasterxml.jackson.databind.JsonNode;

/** One demand of the contract on a value whose type is right. */
@FunctionalInterface
interface Constraint {
    void check(Place place, JsonNode value, Faults faults);
}

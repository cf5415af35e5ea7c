package dev.fabrickit.conformance.boundary;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A value at a limit of the contract.
 *
 * @param what which limit, and on which side
 * @param value the value; missing to leave it out
 * @param side whether the contract allows it
 */
record Boundary(String what, JsonNode value, Side side) {
    /** Where a value lies. */
    enum Side {
        INSIDE,
        OUTSIDE,
        /** Of a wrong type: it cannot even be read. */
        UNREADABLE
    }
}

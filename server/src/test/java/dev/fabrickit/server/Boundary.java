package dev.fabrickit.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A value on one side of a limit.
 *
 * @param place where it stands, in the names of the wire; empty for the whole body
 * @param value the value, a missing node for none at all
 * @param inside whether the contract allows it
 */
record Boundary(String place, JsonNode value, boolean inside) {

    static Boundary inside(JsonNode value) {
        return new Boundary("", value, true);
    }

    static Boundary outside(JsonNode value) {
        return new Boundary("", value, false);
    }

    static Boundary missing(boolean inside) {
        return new Boundary("", MissingNode.getInstance(), inside);
    }

    /** The same as a property of this object. */
    Boundary in(ObjectNode object, String name) {
        ObjectNode whole = object.deepCopy();
        if (value.isMissingNode()) {
            whole.remove(name);
        } else {
            whole.set(name, value);
        }
        return new Boundary(
                place.isEmpty() || place.startsWith("[") ? name + place : name + "." + place, whole, inside);
    }

    /** The same as the only item of a list. */
    Boundary in(ArrayNode list) {
        return new Boundary(
                place.isEmpty() ? "[0]" : "[0]." + place, list.deepCopy().add(value), inside);
    }

    @Override
    public String toString() {
        String text = value.toString();
        return place + (inside ? " may be " : " must not be ") + text.substring(0, Math.min(60, text.length()));
    }
}

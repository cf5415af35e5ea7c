package dev.fabrickit.server.validation;

import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in a request, in the names of the wire: {@code messages[0].role}.
 *
 * @param within the object or list that holds it, or null for a parameter or the body itself
 * @param name its name in there, or null for an item of a list
 * @param index its index in a list
 */
record Place(@Nullable Place within, @Nullable String name, int index) {
    static final Place BODY = new Place(null, null, 0);

    Place property(String property) {
        return new Place(this == BODY ? null : this, property, 0);
    }

    Place item(int item) {
        return new Place(this, null, item);
    }

    static Place parameter(String parameter) {
        return BODY.property(parameter);
    }

    @Override
    public String toString() {
        if (within == null) {
            return name == null ? "the body" : name;
        }
        return name == null ? within + "[" + index + "]" : within + "." + name;
    }
}

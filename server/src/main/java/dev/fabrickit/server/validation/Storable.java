package dev.fabrickit.server.validation;

import com.fasterxml.jackson.databind.JsonNode;

/** No text has the character U+0000, which not every database can keep. At any depth, in names as in values. */
final class Storable implements Constraint {
    private static final Storable STORABLE = new Storable();

    private Storable() {}

    /** Another constraint, and this. */
    static Constraint and(Constraint constraint) {
        return (place, value, faults) -> {
            constraint.check(place, value, faults);
            STORABLE.check(place, value, faults);
        };
    }

    @Override
    public void check(Place place, JsonNode value, Faults faults) {
        if (value.isTextual() && value.textValue().indexOf('\0') >= 0) {
            faults.add(place, "must not contain the character U+0000");
        }
        value.properties().forEach(property -> {
            if (property.getKey().indexOf('\0') >= 0) {
                faults.add(place, "must not have a name with the character U+0000");
            }
            check(place.property(property.getKey()), property.getValue(), faults);
        });
        for (int index = 0; value.isArray() && index < value.size() && !faults.isFull(); index++) {
            check(place.item(index), value.get(index), faults);
        }
    }
}

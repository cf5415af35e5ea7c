package dev.fabrickit.server.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The keyword {@code oneOf}.
 *
 * @param schemas the alternatives; their types differ, so that a value's type decides which one it is held to
 * @param nullable whether the value may be null instead
 */
record Alternatives(List<Schema> schemas, boolean nullable) implements Constraint {
    Alternatives {
        if (schemas.stream().map(Schema::type).distinct().count() < schemas.size()) {
            throw new IllegalArgumentException("oneOf with two alternatives of one type");
        }
    }

    @Override
    public void check(Place place, JsonNode value, Faults faults) {
        if (value.isNull() && nullable) {
            return;
        }
        schemas.stream()
                .filter(schema -> schema.type().has(value))
                .findFirst()
                .ifPresentOrElse(
                        schema -> schema.check(place, value, faults),
                        () -> faults.add(place, "must be " + types() + ", not " + Faults.shown(value)));
    }

    private String types() {
        return schemas.stream().map(schema -> schema.type().toString()).collect(Collectors.joining(" or "));
    }
}

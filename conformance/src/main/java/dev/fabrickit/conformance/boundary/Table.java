package dev.fabrickit.conformance.boundary;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.conformance.boundary.Boundary.Side;
import dev.fabrickit.conformance.contract.Limits;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** All limits of a body, each as a body that is sound but for one value. */
final class Table {
    /** What else has to exist, or to go with something else: whether a sound value is accepted is not for a table to say. */
    private static final Set<String> REFERENCES = Set.of(
            "enterprise_project_id",
            "metastore_id",
            "spec_code",
            "base_model_type",
            "model_path",
            "current_version_id",
            "version_id",
            "id",
            "endpoint_id",
            "type",
            "role",
            "min");

    private final Boundaries boundaries;
    private final boolean full;
    private final List<Row> rows = new ArrayList<>();

    /**
     * One body to send.
     *
     * @param what which value of it is at a limit, and how
     * @param free whether it may be refused for another reason though the contract allows it
     */
    record Row(String what, JsonNode body, Side side, boolean free) {}

    Table(boolean full) {
        this.full = full;
        boundaries = new Boundaries(full);
    }

    /** The table of a schema, with all other values as in a sound body. */
    List<Row> of(Schema<?> schema, ObjectNode sound) {
        walk(schema, sound, "");
        return rows;
    }

    private void walk(Schema<?> schema, ObjectNode sound, String path) {
        Map<String, Schema<?>> properties = Boundaries.propertiesOf(schema);
        List<String> required = Objects.requireNonNullElse(schema.getRequired(), List.of());
        properties.forEach((name, property) -> {
            String place = path + "/" + name;
            if (required.contains(name)) {
                add(place, new Boundary("left out", MissingNode.getInstance(), Side.OUTSIDE), sound);
            }
            nulls(property, place, sound);
            boundaries.of(property).forEach(boundary -> add(place, boundary, sound));
            if (full) {
                boundaries.lookalikes(property).forEach(boundary -> add(place, boundary, sound));
            }
            descend(property, place, sound);
        });
    }

    private void nulls(Schema<?> property, String place, ObjectNode sound) {
        boolean nullable = Boolean.TRUE.equals(property.getNullable());
        if (property.getType() != null && (full || !nullable)) {
            add(place, new Boundary("null", NullNode.getInstance(), nullable ? Side.INSIDE : Side.OUTSIDE), sound);
        }
    }

    private void descend(Schema<?> property, String place, ObjectNode sound) {
        if ("object".equals(property.getType())) {
            add(
                    place,
                    new Boundary("of a wrong type", JsonNodeFactory.instance.textNode("one"), Side.UNREADABLE),
                    sound);
            ObjectNode deeper = sound.deepCopy();
            if (!deeper.at(place).isObject()) {
                put(deeper, place, Boundaries.sound(property));
            }
            walk(property, deeper, place);
        } else if ("array".equals(property.getType()) && sound.at(place).isArray()) {
            lists(property, place, sound);
        }
    }

    private void lists(Schema<?> property, String place, ObjectNode sound) {
        JsonNode item = sound.at(place + "/0");
        Limits limits = new Limits(property, full);
        limits.most("maxItems").ifPresent(most -> add(place, list("most items", item, most, Side.INSIDE), sound));
        limits.tooMany("maxItems")
                .ifPresent(many -> add(place, list("too many items", item, many, Side.OUTSIDE), sound));
        limits.tooFew("minItems").ifPresent(few -> add(place, list("too few items", item, few, Side.OUTSIDE), sound));
        add(place, new Boundary("of a wrong type", JsonNodeFactory.instance.textNode("one"), Side.UNREADABLE), sound);
        walk(property.getItems(), sound, place + "/0");
    }

    private static Boundary list(String what, JsonNode item, int size, Side side) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode(size);
        for (int each = 0; each < size; each++) {
            list.add(item);
        }
        return new Boundary(what, list, side);
    }

    private void add(String place, Boundary boundary, ObjectNode sound) {
        String name = place.substring(place.lastIndexOf('/') + 1);
        boolean free = REFERENCES.contains(name);
        if (boundary.side() == Side.INSIDE && free && !full) {
            return;
        }
        ObjectNode body = sound.deepCopy();
        if (name.equals("max_completion_tokens")) {
            body.remove("max_tokens");
        }
        put(body, place, boundary.value());
        rows.add(new Row(place.substring(1) + " " + boundary.what(), body, boundary.side(), free));
    }

    private static void put(ObjectNode body, String place, JsonNode value) {
        JsonPointer pointer = JsonPointer.compile(place);
        ObjectNode parent = body.at(pointer.head()).isObject()
                ? (ObjectNode) body.at(pointer.head())
                : body.withObject(pointer.head());
        String name = pointer.last().getMatchingProperty();
        if (value.isMissingNode()) {
            parent.remove(name);
        } else {
            parent.set(name, value);
        }
    }
}

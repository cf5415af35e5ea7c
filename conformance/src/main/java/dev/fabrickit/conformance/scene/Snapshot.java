package dev.fabrickit.conformance.scene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.run.Resource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace held at some moment, as far as callers decide it: what there is, and the value of each field. Times and
 * the progress of changes under way are left out, as they move by themselves.
 *
 * @param held the fields of each thing, by what it is
 */
public record Snapshot(Map<String, Map<String, JsonNode>> held) {
    private static final String DELETING = "DELETING";

    /** Takes one of a workspace and everything in it; of nothing but its absence when it is gone. */
    static Snapshot of(Resource workspace, Lookup lookup) {
        Map<String, Map<String, JsonNode>> held = new TreeMap<>();
        lookup.find(workspace).ifPresent(own -> {
            held.put(workspace.toString(), fields(Kind.WORKSPACE, own));
            for (Kind kind : List.of(Kind.ENDPOINT, Kind.MODEL, Kind.SERVICE)) {
                for (JsonNode item : lookup.all(kind, workspace)) {
                    Resource resource =
                            new Resource(kind, workspace.id(), item.path("id").asText());
                    Optional<JsonNode> found = kind.show().isPresent() ? lookup.find(resource) : Optional.of(item);
                    found.ifPresent(shown -> held.put(resource.toString(), fields(kind, shown)));
                }
            }
        });
        return new Snapshot(held);
    }

    /** Takes one of the workspaces whose names begin with a text. */
    static Snapshot ofWorkspaces(String stem, Lookup lookup) {
        Map<String, Map<String, JsonNode>> held = new TreeMap<>();
        lookup.workspaces().stream()
                .filter(workspace -> workspace.path("name").asText().startsWith(stem))
                .forEach(workspace -> held.put(workspace.path("id").asText(), fields(Kind.WORKSPACE, workspace)));
        return new Snapshot(held);
    }

    private static Map<String, JsonNode> fields(Kind kind, JsonNode shown) {
        Map<Field, JsonNode> fields = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            if (field.isOf(kind) && !field.in(kind, shown).isMissingNode()) {
                fields.put(field, field.in(kind, shown));
            }
        }
        Map<String, JsonNode> named = new TreeMap<>();
        fields.forEach((field, value) -> named.put(field.toString(), value));
        if (shown.path("status").asText().equals(DELETING)) {
            named.put("status", TextNode.valueOf(DELETING));
        }
        return named;
    }

    /** What a later one has otherwise, but for some fields; empty when nothing has changed. */
    public List<String> changesIn(Snapshot later, List<Field> except) {
        List<String> changes = new ArrayList<>();
        held.forEach((thing, before) -> {
            Map<String, JsonNode> after = later.held.get(thing);
            if (after == null) {
                changes.add("the " + thing + " is gone");
            } else {
                changes.addAll(differences(thing, before, after, except));
            }
        });
        later.held.keySet().stream()
                .filter(thing -> !held.containsKey(thing))
                .forEach(thing -> changes.add("there is a new " + thing));
        return changes;
    }

    private static List<String> differences(
            String thing, Map<String, JsonNode> before, Map<String, JsonNode> after, List<Field> except) {
        Map<String, JsonNode> all = new TreeMap<>(before);
        all.putAll(after);
        except.forEach(field -> all.remove(field.toString()));
        return all.keySet().stream()
                .filter(field -> !same(before.get(field), after.get(field)))
                .map(field -> "the " + field + " of the " + thing + " was " + before.get(field) + " and is "
                        + after.get(field))
                .toList();
    }

    private static boolean same(@Nullable JsonNode before, @Nullable JsonNode after) {
        return before == null || isNothing(before) ? isNothing(after) : before.equals(after);
    }

    /** Absent, null and the empty text of a description that was cleared are one. */
    private static boolean isNothing(@Nullable JsonNode value) {
        return value == null
                || value.isNull()
                || value.isTextual() && value.textValue().isEmpty();
    }
}

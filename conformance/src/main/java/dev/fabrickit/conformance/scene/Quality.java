package dev.fabrickit.conformance.scene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.conformance.run.Kind;
import java.util.Arrays;
import java.util.List;

/** A field and its value. */
public record Quality(Field field, Value value) {
    private static final String ONE = "[a-z ]+? is (?:" + Value.SPELLINGS + ")";

    /** Several, as the features spell them, as a regular expression. */
    public static final String SPELLINGS = "(?:whose|so that its) " + ONE + "(?: and (?:whose|its) " + ONE + ")*";

    /** Reads a spelling. */
    public static List<Quality> read(String spelling) {
        return Arrays.stream(spelling.replaceFirst("^(whose|so that its) ", "").split(" and (whose|its) "))
                .map(Quality::readOne)
                .toList();
    }

    private static Quality readOne(String spelling) {
        String[] halves = spelling.split(" is ", 2);
        return new Quality(Field.called(halves[0]), new Value(halves[1]));
    }

    /** Makes a request about a resource of a kind say so. */
    void putInto(ObjectNode request, Kind kind, Stage stage) {
        JsonNode json = value.of(field, kind, stage);
        if (json.isMissingNode()) {
            field.drop(kind, request);
        } else {
            field.put(kind, request, json);
        }
    }
}

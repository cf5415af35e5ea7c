package dev.fabrickit.conformance.scene;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.run.Resource;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a list can be narrowed by. */
public enum Filter {
    ID("its id", null),
    PART_OF_ITS_NAME("part of its name", Field.NAME),
    BEGINNING_OF_ITS_NAME("the beginning of its name", null),
    TYPE("its type", Field.TYPE),
    ENTERPRISE_PROJECT("its enterprise project", Field.ENTERPRISE_PROJECT),
    ENDPOINT("its endpoint", Field.ENDPOINT),
    MODEL("its model", Field.MODEL),
    MODEL_VERSION("its model version", Field.MODEL_VERSION);

    /** All as the features spell them, as a regular expression. */
    public static final String SPELLINGS =
            "its id|part of its name|the beginning of its name|its type|its enterprise project|its endpoint|its model|its model version";

    private static final int LENGTH_OF_PART = 6;

    private final String spelling;
    private final Optional<Field> field;

    Filter(String spelling, @Nullable Field field) {
        this.spelling = spelling;
        this.field = Optional.ofNullable(field);
    }

    /** The filter that the features spell so. */
    public static Filter read(String spelling) {
        return Arrays.stream(values())
                .filter(filter -> filter.spelling.equals(spelling))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no filter " + spelling));
    }

    String parameterFor(Kind kind) {
        return switch (this) {
            case ID -> kind.listing().id();
            case PART_OF_ITS_NAME, BEGINNING_OF_ITS_NAME -> "name";
            case TYPE -> "type";
            case ENTERPRISE_PROJECT -> "enterprise_project_id";
            case ENDPOINT -> "endpoint_id";
            case MODEL -> "source_id";
            case MODEL_VERSION -> "version_id";
        };
    }

    String valueOf(Resource resource, Stage stage) {
        if (this == BEGINNING_OF_ITS_NAME) {
            return stage.names().stem();
        }
        return field.map(one -> valueOf(one, resource, stage)).orElse(resource.id());
    }

    private static String valueOf(Field field, Resource resource, Stage stage) {
        JsonNode shown = stage.lookup().show(resource);
        String value = field.in(resource.kind(), shown).asText();
        return field == Field.NAME ? value.substring(value.length() - LENGTH_OF_PART) : value;
    }
}

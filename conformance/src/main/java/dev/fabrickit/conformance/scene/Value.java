package dev.fabrickit.conformance.scene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.fabrickit.conformance.run.Kind;

/**
 * A value as the features spell it.
 *
 * @param spelling a text in quotes, a number, or one of the words below
 */
public record Value(String spelling) {
    /** The spellings there are, as a regular expression. */
    public static final String SPELLINGS =
            "\"[^\"]*\"|-?\\d+|null|left out|that of the first|one that does not exist|one that is offered"
                    + "|the (?:first|current) one|the second model|as long as allowed";

    private static final String UNKNOWN_SPEC = "mu.no-such-spec";
    private static final String UNKNOWN_BASE_MODEL = "NO_SUCH_BASE_MODEL";

    /** What it is for a field; missing when the field is left out. */
    public JsonNode of(Field field, Kind kind, Stage stage) {
        return switch (spelling) {
            case "null" -> NullNode.getInstance();
            case "left out" -> MissingNode.getInstance();
            case "that of the first" -> field.in(kind, stage.lookup().show(stage.first(kind)));
            case "one that does not exist" -> unknown(field, stage);
            case "one that is offered" -> TextNode.valueOf(stage.lookup().baseModel());
            case "the first one" -> TextNode.valueOf(stage.versions().first());
            case "the current one" -> TextNode.valueOf(stage.versions().current());
            case "the second model" -> TextNode.valueOf(stage.the(Kind.MODEL).id());
            case "as long as allowed" -> TextNode.valueOf(Longest.of(field, kind, stage.names()));
            default -> literal(field, stage.names());
        };
    }

    private static JsonNode unknown(Field field, Stage stage) {
        return TextNode.valueOf(
                switch (field) {
                    case SPEC -> UNKNOWN_SPEC;
                    case BASE_MODEL -> UNKNOWN_BASE_MODEL;
                    case ENDPOINT -> Unknown.like(stage.the(Kind.ENDPOINT).id());
                    default -> Unknown.like(stage.the(Kind.MODEL).id());
                });
    }

    private JsonNode literal(Field field, Names names) {
        if (spelling.startsWith("\"")) {
            String text = spelling.substring(1, spelling.length() - 1);
            return TextNode.valueOf(field == Field.NAME && !text.isEmpty() ? names.own(text) : text);
        }
        return IntNode.valueOf(Integer.parseInt(spelling));
    }
}

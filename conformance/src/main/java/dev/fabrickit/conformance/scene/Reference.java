package dev.fabrickit.conformance.scene;

import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.run.Resource;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Which resource is meant: the first or the last one of its kind.
 *
 * @param first whether it is the first one
 */
public record Reference(Kind kind, boolean first) {
    /** The kinds as the features spell them, as a regular expression. */
    public static final String KINDS = "workspace|endpoint|model|inference service";

    /** All as the features spell them, as a regular expression. */
    public static final String SPELLINGS = "the (?:(?:first|second) )?(?:" + KINDS + ")";

    /** Reads a spelling. */
    public static Reference read(String spelling) {
        String noun = spelling.replaceFirst("^the ((first|second) )?", "");
        return new Reference(kind(noun), spelling.startsWith("the first "));
    }

    /** The kind of a noun. */
    public static Kind kind(String noun) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.noun().equals(noun))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no resource is called " + noun + ", only "
                        + Arrays.stream(Kind.values()).map(Kind::noun).collect(Collectors.joining(", "))));
    }

    public Resource in(Stage stage) {
        return first ? stage.first(kind) : stage.the(kind);
    }
}

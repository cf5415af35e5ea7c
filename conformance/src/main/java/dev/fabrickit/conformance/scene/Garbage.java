package dev.fabrickit.conformance.scene;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/** Requests that are no sound JSON, or hardly. */
public enum Garbage {
    CUT("what ends too soon", sound -> bytes("{\"name\": ")),
    TEXT("what is a text", sound -> bytes("\"a text\"")),
    LIST("what is a list", sound -> bytes("[" + sound + "]")),
    NOTHING("nothing at all", sound -> new byte[0]),
    LONG("what goes on behind its end", sound -> bytes(sound + " {}")),
    TWICE("what says a thing twice", sound -> bytes("{\"name\":" + sound.get("name") + "," + tail(sound))),
    BROKEN("what has a broken character", Garbage::broken),
    DEEP("what is 100 levels deep", Garbage::deep);

    /** All as the features spell them, as a regular expression. */
    public static final String SPELLINGS =
            "what (?:ends too soon|is a text|is a list|goes on behind its end|says a thing twice"
                    + "|has a broken character|is 100 levels deep)|nothing at all";

    private static final int LEVELS = 100;

    private final String spelling;
    private final Function<ObjectNode, byte[]> making;

    Garbage(String spelling, Function<ObjectNode, byte[]> making) {
        this.spelling = spelling;
        this.making = making;
    }

    /** What the features spell so. */
    public static Garbage read(String spelling) {
        return Arrays.stream(values())
                .filter(garbage -> garbage.spelling.equals(spelling))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is called " + spelling));
    }

    /** What becomes of a sound request. */
    public byte[] of(ObjectNode sound) {
        return making.apply(sound);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String tail(ObjectNode sound) {
        return sound.toString().substring(1);
    }

    /** The first of two bytes of a character, without the second. */
    private static byte[] broken(ObjectNode sound) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(bytes("{\"a_field_that_nobody_knows\":\""));
        body.write(0xC3);
        body.writeBytes(bytes("\"," + tail(sound)));
        return body.toByteArray();
    }

    private static byte[] deep(ObjectNode sound) {
        return bytes("{\"a_field_that_nobody_knows\":" + "{\"a\":".repeat(LEVELS) + "1" + "}".repeat(LEVELS) + ","
                + tail(sound));
    }
}

package dev.fabrickit.conformance.scene;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.conformance.wire.Call;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What a service cannot know. */
public final class Unknown {
    /** What is shorter might by chance exist. */
    private static final int LONG = 16;

    private Unknown() {}

    /** The same call on a resource that does not exist: of the ids in its path the last one is unknown. */
    public static Call resource(Call call) {
        String last = call.path().containsKey("version_id")
                ? "version_id"
                : call.path().keySet().stream()
                        .filter(parameter -> !parameter.equals("workspace_id"))
                        .findFirst()
                        .orElseThrow();
        return call.in(last, like(call.path().get(last)));
    }

    /** An id of the form of one that exists: a service may have a form of its own, and refuse all others unseen. */
    public static String like(String id) {
        return id.length() < LONG
                ? UUID.randomUUID().toString()
                : id.chars()
                        .map(Unknown::other)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** A digit for a digit, a letter for a letter; hex digits stay some. */
    private static int other(int character) {
        int random = ThreadLocalRandom.current().nextInt(6);
        if (Character.isDigit(character)) {
            return '0' + random;
        }
        return Character.isLetter(character) ? (Character.isUpperCase(character) ? 'A' : 'a') + random : character;
    }

    /** A request with a field that nobody knows, so many characters long. */
    public static byte[] padding(ObjectNode body, int length) {
        return body.put("a_field_that_nobody_knows", "x".repeat(length))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}

package dev.fabrickit.conformance.scene;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.conformance.wire.Call;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What a service cannot know. */
public final class Unknown {
    private Unknown() {}

    /** The same call on a resource that does not exist: of the ids in its path the last one is unknown. */
    public static Call resource(Call call) {
        String last = call.path().containsKey("version_id")
                ? "version_id"
                : call.path().keySet().stream()
                        .filter(parameter -> !parameter.equals("workspace_id"))
                        .findFirst()
                        .orElseThrow();
        return call.in(last, UUID.randomUUID().toString());
    }

    /** A request with a field that nobody knows, so many characters long. */
    public static byte[] padding(ObjectNode body, int length) {
        return body.put("a_field_that_nobody_knows", "x".repeat(length))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}

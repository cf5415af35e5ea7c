package dev.fabrickit.conformance.scene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.conformance.run.Resource;
import dev.fabrickit.conformance.wire.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something the scenario asked of the service.
 *
 * @param about the resource that it was about; null when it asked for a new one
 * @param shown what was shown of that resource before; missing when it asked for a new one
 * @param request what it sent
 * @param answer what came of it
 * @param before what there was before
 * @param changed the fields that it was about
 */
public record Attempt(
        @Nullable Resource about,
        JsonNode shown,
        ObjectNode request,
        Answer answer,
        Snapshot before,
        List<Field> changed) {}

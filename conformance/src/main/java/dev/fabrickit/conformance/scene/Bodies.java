package dev.fabrickit.conformance.scene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.run.Ledger;
import dev.fabrickit.conformance.run.Resource;
import dev.fabrickit.conformance.run.Run;
import java.util.List;
import java.util.stream.Stream;

/** Requests that are sound: small, with a name of their own, and with what the account can use. */
public final class Bodies {
    private static final int UNITS = 4;

    private final Ledger ledger;
    private final Names names;

    public Bodies(Ledger ledger, Names names) {
        this.ledger = ledger;
        this.names = names;
    }

    /** A request that creates a resource of a kind. */
    public ObjectNode creating(Kind kind) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("name", names.fresh());
        switch (kind) {
            case WORKSPACE -> body.put("description", "a workspace of a test");
            case ENDPOINT -> {
                body.put("type", "inference");
                body.withObject("/reserved_resource/mu")
                        .put("spec_code", "mu.llama3.8b")
                        .put("min", 0)
                        .put("max", UNITS);
            }
            case MODEL -> {
                body.put("type", "LLM_MODEL").withObject("/version").put("name", "first");
                body.withObject("/version/config/llm_model_config")
                        .put("base_model_type", "")
                        .put("model_path", "");
            }
            case SERVICE -> {
                body.withObject("/source").put("id", ledger.the(Kind.MODEL).id());
                body.put("endpoint_id", ledger.the(Kind.ENDPOINT).id());
                body.withObject("/config/model_instance_config/resource")
                        .put("spec_code", "mu.llama3.8b")
                        .put("min", 1)
                        .put("max", 1);
            }
        }
        Run.current().means().furnish(kind, body);
        return body;
    }

    /** A request that changes nothing, but holds what must go with the fields that are to be changed. */
    ObjectNode changing(Resource resource, List<Field> fields, Lookup lookup) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (fields.stream().anyMatch(Field::isOfUnits)) {
            JsonNode shown = lookup.show(resource);
            Stream.of(Field.SPEC, Field.MINIMUM, Field.MAXIMUM)
                    .filter(field -> resource.kind() == Kind.ENDPOINT || field != Field.SPEC)
                    .forEach(field -> field.put(resource.kind(), body, field.in(resource.kind(), shown)));
        }
        if (fields.contains(Field.MODEL_VERSION)) {
            Field.MODEL.put(Kind.SERVICE, body, Field.MODEL.in(Kind.SERVICE, lookup.show(resource)));
        }
        if (fields.stream().anyMatch(Field::isOfVersion)) {
            body.set("version", creating(Kind.MODEL).get("version"));
        }
        return body;
    }

    /** A request that says nothing. */
    public static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Takes out of a request what it says of units. */
    static void dropUnits(ObjectNode body) {
        body.remove(List.of("reserved_resource", "config"));
    }

    /** What has to be there before a resource of a kind can be made. */
    static List<Kind> prerequisites(Kind kind) {
        return switch (kind) {
            case WORKSPACE -> List.of();
            case ENDPOINT, MODEL -> List.of(Kind.WORKSPACE);
            case SERVICE -> List.of(Kind.WORKSPACE, Kind.ENDPOINT, Kind.MODEL);
        };
    }
}

package dev.fabrickit.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What the account of the target can use, in place of what a body of the tutorial says. Null leaves it as it is.
 *
 * @param prefix put before every name, so that names are the run's own; null for the tutorial's names
 * @param specCode the spec of units that endpoints get
 * @param baseModelType the base model that models get
 * @param modelPath the OBS folder that models get their weights from
 * @param enterpriseProjectId the enterprise project that workspaces get
 */
public record Means(
        @Nullable String prefix,
        @Nullable String specCode,
        @Nullable String baseModelType,
        @Nullable String modelPath,
        @Nullable String enterpriseProjectId) {

    /** As the tutorial has it. */
    public static Means tutorial() {
        return new Means(null, null, null, null, null);
    }

    void adapt(Kind kind, ObjectNode body) {
        if (prefix != null) {
            body.put("name", prefix + body.path("name").asText());
        }
        furnish(kind, body);
    }

    /** Puts what the account can use into a request that creates something. */
    public void furnish(Kind kind, ObjectNode body) {
        if (kind == Kind.WORKSPACE) {
            put(body, "enterprise_project_id", enterpriseProjectId);
        }
        put(body.at("/reserved_resource/mu"), "spec_code", specCode);
        put(body.at("/config/model_instance_config/resource"), "spec_code", specCode);
        JsonNode weights = body.at("/version/config/llm_model_config");
        put(weights, "base_model_type", baseModelType);
        put(weights, "model_path", modelPath);
    }

    private static void put(JsonNode object, String field, @Nullable String value) {
        if (value != null && object instanceof ObjectNode node) {
            node.put(field, value);
        }
    }
}

package dev.fabrickit.conformance.run;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a run can create, and how it is removed. */
public enum Kind {
    WORKSPACE("workspace", "workspace_id", "deleteWorkspace", null),
    ENDPOINT("endpoint", "endpoint_id", "deleteEndpoint", "showEndpoint"),
    MODEL("model", "model_id", "cleanupModel", null),
    SERVICE("inference service", "instance_id", "deleteServiceInstance", "showServiceInstanceDetail");

    private final String noun;
    private final String parameter;
    private final String delete;
    private final @Nullable String show;

    Kind(String noun, String parameter, String delete, @Nullable String show) {
        this.noun = noun;
        this.parameter = parameter;
        this.delete = delete;
        this.show = show;
    }

    public String noun() {
        return noun;
    }

    /** The parameter of a path that holds its id. */
    public String parameter() {
        return parameter;
    }

    /** The operation that deletes it. */
    String delete() {
        return delete;
    }

    /** The operation that tells its status; empty when it has none, being created and deleted at once. */
    public Optional<String> show() {
        return Optional.ofNullable(show);
    }
}

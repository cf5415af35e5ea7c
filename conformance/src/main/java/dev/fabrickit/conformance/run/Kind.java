package dev.fabrickit.conformance.run;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a run can create, and the operations on it. */
public enum Kind {
    WORKSPACE(
            "workspace",
            "workspace_id",
            "createWorkspace",
            "updateWorkspace",
            "deleteWorkspace",
            null,
            new Listing("listWorkspaces", "workspaces", "id")),
    ENDPOINT(
            "endpoint",
            "endpoint_id",
            "createEndpoint",
            "updateEndpoint",
            "deleteEndpoint",
            "showEndpoint",
            new Listing("listEndpoints", "endpoints", "endpoint_id")),
    MODEL(
            "model",
            "model_id",
            "createModelDefinition",
            "updateModelDefinition",
            "cleanupModel",
            null,
            new Listing("listModels", "models", "id")),
    SERVICE(
            "inference service",
            "instance_id",
            "deployServiceInstance",
            "updateServiceInstance",
            "deleteServiceInstance",
            "showServiceInstanceDetail",
            new Listing("listServicesInstances", "service_instances", "id"));

    /**
     * How resources of a kind are listed.
     *
     * @param operation the operation that does it
     * @param items the property of its answer that holds them
     * @param id the parameter that keeps the one with an id
     */
    public record Listing(String operation, String items, String id) {}

    private final String noun;
    private final String parameter;
    private final String create;
    private final String update;
    private final String delete;
    private final @Nullable String show;
    private final Listing listing;

    Kind(
            String noun,
            String parameter,
            String create,
            String update,
            String delete,
            @Nullable String show,
            Listing listing) {
        this.noun = noun;
        this.parameter = parameter;
        this.create = create;
        this.update = update;
        this.delete = delete;
        this.show = show;
        this.listing = listing;
    }

    /** What an operation creates, if it creates anything. */
    static Optional<Kind> createdBy(String operationId) {
        return Arrays.stream(values())
                .filter(kind -> kind.create.equals(operationId))
                .findFirst();
    }

    /** What an operation deletes, if it deletes anything. */
    static Optional<Kind> deletedBy(String operationId) {
        return Arrays.stream(values())
                .filter(kind -> kind.delete.equals(operationId))
                .findFirst();
    }

    public String noun() {
        return noun;
    }

    /** The parameter of a path that holds its id. */
    public String parameter() {
        return parameter;
    }

    /** The operation that creates it. */
    public String create() {
        return create;
    }

    /** The operation that changes it. */
    public String update() {
        return update;
    }

    /** The operation that deletes it. */
    public String delete() {
        return delete;
    }

    /** The operation that tells its status; empty when it has none, being created and deleted at once. */
    public Optional<String> show() {
        return Optional.ofNullable(show);
    }

    public Listing listing() {
        return listing;
    }
}

package dev.fabrickit.client;

import dev.fabrickit.client.schema.Endpoint;
import dev.fabrickit.client.schema.ServiceInstance;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where an endpoint or an inference service is in its life. */
record State(
        String status, @Nullable String errorCode, @Nullable String errorMsg) {
    static final State GONE = new State("DELETED", null, null);
    private static final String RUNNING = "RUNNING";
    private static final String DELETE_FAILED = "DELETE_FAILED";
    /** From here it takes a person, a payment or a new beginning. Of others, unknown ones too, it is worth waiting. */
    private static final Set<String> DEAD_ENDS = Set.of(
            "CREATE_FAILED",
            "UPDATE_FAILED",
            DELETE_FAILED,
            "FAILED",
            "FROZEN",
            "INACTIVE",
            "DELETING",
            "DELETED",
            "STOPPING",
            "STOPPED",
            "SUCCEEDED",
            "TRIAL_ENDED");

    static State of(Endpoint endpoint) {
        return new State(known(endpoint.getStatus()), endpoint.getErrorCode(), endpoint.getErrorMsg());
    }

    static State of(ServiceInstance service) {
        return new State(known(service.getStatus()), service.getErrorCode(), service.getErrorMsg());
    }

    private static String known(@Nullable String status) {
        return Objects.requireNonNullElse(status, "without a status");
    }

    State masked(Secrets secrets) {
        return new State(
                secrets.mask(status),
                errorCode == null ? null : secrets.mask(errorCode),
                errorMsg == null ? null : secrets.mask(errorMsg));
    }

    boolean isRunning() {
        return status.equals(RUNNING);
    }

    boolean isGone() {
        return status.equals(GONE.status);
    }

    boolean neverRuns() {
        return DEAD_ENDS.contains(status);
    }

    /** Other failures may be older than the deletion. */
    boolean neverGoes() {
        return status.equals(DELETE_FAILED);
    }
}

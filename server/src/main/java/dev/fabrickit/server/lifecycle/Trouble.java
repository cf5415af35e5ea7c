package dev.fabrickit.server.lifecycle;

import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import java.util.EnumSet;
import java.util.Set;

/** What can keep a resource from running, by the status that is shown then. */
public enum Trouble {
    CREATE_FAILED(Phase.CREATING),
    UPDATE_FAILED(Phase.UPDATING),
    DELETE_FAILED(Phase.DELETING),
    /** Inference services do not tell which change failed. */
    FAILED(Phase.CREATING, Phase.UPDATING),
    /** The account is in arrears. */
    FROZEN(Phase.CREATING, Phase.UPDATING),
    /** A public endpoint that nobody has subscribed to. */
    INACTIVE(Phase.CREATING, Phase.UPDATING);

    public static final Set<Trouble> OF_ENDPOINTS =
            EnumSet.of(CREATE_FAILED, UPDATE_FAILED, DELETE_FAILED, FROZEN, INACTIVE);
    public static final Set<Trouble> OF_SERVICES = EnumSet.of(FAILED);

    private final Set<Phase> phases;

    Trouble(Phase... phases) {
        this.phases = Set.of(phases);
    }

    public void requireOneOf(Set<Trouble> possible) {
        if (!possible.contains(this)) {
            throw new Refusal(ErrorCode.INVALID_REQUEST, "status must be one of " + possible);
        }
    }

    boolean strikes(Phase phase) {
        return phases.contains(phase);
    }

    /** Whether the next change is a fresh try; anything else lasts until it is lifted. */
    boolean isFailure() {
        return this != FROZEN && this != INACTIVE;
    }
}

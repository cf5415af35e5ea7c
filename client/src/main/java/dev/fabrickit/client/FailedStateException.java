package dev.fabrickit.client;

import dev.fabrickit.client.api.Call;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was waited for is in a state from which it will not come by itself. */
public final class FailedStateException extends FabricException {
    private static final long serialVersionUID = 1L;

    private final String status;
    private final @Nullable String errorCode;
    private final @Nullable String errorMsg;

    FailedStateException(Call call, State state) {
        super(call, null, "found it " + inWords(state), null);
        this.status = state.status();
        this.errorCode = state.errorCode();
        this.errorMsg = state.errorMsg();
    }

    private static String inWords(State state) {
        return Stream.of(state.status(), state.errorCode(), state.errorMsg())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(": "));
    }

    /** The state, {@code CREATE_FAILED} for example. */
    public String status() {
        return status;
    }

    /** Why it failed, as a code, or null when the service does not say. */
    public @Nullable String errorCode() {
        return errorCode;
    }

    /** Why it failed, for a person, or null when the service does not say. */
    public @Nullable String errorMsg() {
        return errorMsg;
    }
}

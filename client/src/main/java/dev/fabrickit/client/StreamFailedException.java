package dev.fabrickit.client;

import dev.fabrickit.client.api.Call;
import org.jspecify.annotations.Nullable;

/** The service ended a streamed answer with an error after it had begun well. What was read before stays valid. */
public final class StreamFailedException extends FabricException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String errorCode;
    private final @Nullable String errorMsg;

    StreamFailedException(Call call, @Nullable String requestId, ServiceError error) {
        super(call, requestId, "failed within its stream: " + error.inWords(), null);
        this.errorCode = error.code();
        this.errorMsg = error.message();
    }

    /** The code to look up or to decide by, or null when the service does not say. */
    public @Nullable String errorCode() {
        return errorCode;
    }

    /** What went wrong, for a person, or null when the service does not say. */
    public @Nullable String errorMsg() {
        return errorMsg;
    }
}

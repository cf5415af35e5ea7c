package dev.fabrickit.client;

import dev.fabrickit.client.schema.ErrorMessage;
import org.jspecify.annotations.Nullable;

/** The service ended a streamed answer with an error after it had begun well. What was read before stays valid. */
public final class StreamFailedException extends FabricException {
    private static final long serialVersionUID = 1L;

    private final String errorCode;
    private final @Nullable String errorMsg;

    StreamFailedException(String operationId, @Nullable String requestId, ErrorMessage error) {
        super(operationId, requestId, "failed within its stream: " + inWords(error), null);
        this.errorCode = error.getErrorCode();
        this.errorMsg = error.getErrorMsg();
    }

    /** The code to look up or to decide by. */
    public String errorCode() {
        return errorCode;
    }

    /** What went wrong, for a person. */
    public @Nullable String errorMsg() {
        return errorMsg;
    }
}

package dev.fabrickit.server.invocation.engine;

import java.util.Locale;

/** Why a choice ended. */
public enum FinishReason {
    STOP,
    LENGTH,
    TOOL_CALLS,
    CONTENT_FILTER;

    /** Its name in an answer. */
    public String onTheWire() {
        return name().toLowerCase(Locale.ROOT);
    }
}

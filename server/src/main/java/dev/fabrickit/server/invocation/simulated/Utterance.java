package dev.fabrickit.server.invocation.simulated;

import java.util.List;

/** What one choice is to say, before any limit. */
sealed interface Utterance {
    record Words(String text) implements Utterance {}

    record Calls(List<ToolUse> calls) implements Utterance {}

    /**
     * One call of a tool.
     *
     * @param arguments as JSON text
     */
    record ToolUse(String id, String name, String arguments) {}
}

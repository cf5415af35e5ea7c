package dev.fabrickit.server.invocation.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fabrickit.server.invocation.engine.Chat;
import dev.fabrickit.server.schema.ChatMessage.RoleEnum;
import dev.fabrickit.server.schema.FunctionDefinition;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Decides which tools to call, and with what. */
@Singleton
class ToolUses {
    private final ObjectMapper json;

    ToolUses(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The calls of one choice: of the functions that the last turn names, else of the first. None when there is nothing to
     * call, or when a tool has just answered and no further call is demanded.
     */
    List<Utterance.ToolUse> of(Chat chat, Chance chance) {
        List<FunctionDefinition> callable = chat.callable();
        boolean answered = chat.last().getRole() == RoleEnum.TOOL;
        if (callable.isEmpty() || answered && !chat.mustCall()) {
            return List.of();
        }
        String said = chat.last().getContent() == null ? "" : chat.last().getContent();
        List<FunctionDefinition> named = callable.stream()
                .filter(function -> said.contains(function.getName()))
                .toList();
        return (named.isEmpty() ? callable.subList(0, 1) : named)
                .stream().map(function -> use(function, said, chance)).toList();
    }

    /** The calls of a fixture. */
    List<Utterance.ToolUse> of(Fixture fixture, Chance chance) {
        return fixture.calls().stream()
                .map(call -> use(
                        call.name(), json.valueToTree(call.arguments() == null ? Map.of() : call.arguments()), chance))
                .toList();
    }

    private Utterance.ToolUse use(FunctionDefinition function, String said, Chance chance) {
        JsonNode schema = json.valueToTree(function.getParameters());
        return use(function.getName(), Samples.arguments(function.getName(), schema, said, chance.random()), chance);
    }

    private static Utterance.ToolUse use(String name, JsonNode arguments, Chance chance) {
        String id = "call_" + Long.toHexString(chance.random().nextLong());
        return new Utterance.ToolUse(id, name, arguments.toString());
    }
}

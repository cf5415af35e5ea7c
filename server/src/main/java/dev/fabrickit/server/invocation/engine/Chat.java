package dev.fabrickit.server.invocation.engine;

import dev.fabrickit.server.schema.ChatCompletionRequest;
import dev.fabrickit.server.schema.ChatMessage;
import dev.fabrickit.server.schema.FunctionDefinition;
import dev.fabrickit.server.schema.ResponseFormat;
import dev.fabrickit.server.schema.Tool;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for, its defaults filled in.
 *
 * @param request holds to the contract
 */
public record Chat(ChatCompletionRequest request) {
    private static final int DEFAULT_LIMIT = 4096;
    private static final String NONE = "none";
    private static final String REQUIRED = "required";

    /** The turn that is to be answered. */
    public ChatMessage last() {
        return request.getMessages().get(request.getMessages().size() - 1);
    }

    /** Tokens of each choice at most. */
    public int limit() {
        Integer limit = request.getMaxTokens() == null ? request.getMaxCompletionTokens() : request.getMaxTokens();
        return limit == null || limit == 0 ? DEFAULT_LIMIT : limit;
    }

    public int choices() {
        return request.getN() == null ? 1 : request.getN();
    }

    /** The texts before which a choice ends. An empty one ends nothing. */
    public List<String> stops() {
        List<?> stops = request.getStop() instanceof List<?> several ? several : List.of(orEmpty(request.getStop()));
        return stops.stream()
                .map(Object::toString)
                .filter(stop -> !stop.isEmpty())
                .toList();
    }

    private static Object orEmpty(@Nullable Object stop) {
        return stop == null ? "" : stop;
    }

    /** Whether a choice must be one JSON object. */
    public boolean wantsJson() {
        ResponseFormat format = request.getResponseFormat();
        return format != null && format.getType() == ResponseFormat.TypeEnum.JSON_OBJECT;
    }

    /** Whether the streamed answer shall bear the usage. */
    public boolean wantsUsage() {
        return request.getStreamOptions() != null
                && Boolean.TRUE.equals(request.getStreamOptions().getIncludeUsage());
    }

    /** The same words every time, whatever the seed. */
    public boolean isGreedy() {
        return request.getTemperature() != null && request.getTemperature() == 0;
    }

    public List<FunctionDefinition> functions() {
        List<Tool> tools = request.getTools();
        return tools == null ? List.of() : tools.stream().map(Tool::getFunction).toList();
    }

    /** The functions that may be called: all unless the request chooses one or none. */
    public List<FunctionDefinition> callable() {
        if (NONE.equals(request.getToolChoice())) {
            return List.of();
        }
        String chosen = chosenFunction();
        return functions().stream()
                .filter(function -> chosen == null || chosen.equals(function.getName()))
                .toList();
    }

    public boolean mustCall() {
        return REQUIRED.equals(request.getToolChoice()) || chosenFunction() != null;
    }

    /** The name of the one function that the request wants called, or null. */
    public @Nullable String chosenFunction() {
        return request.getToolChoice() instanceof Map<?, ?> choice
                        && choice.get("function") instanceof Map<?, ?> function
                ? String.valueOf(function.get("name"))
                : null;
    }
}

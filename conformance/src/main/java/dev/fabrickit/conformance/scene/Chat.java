package dev.fabrickit.conformance.scene;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;

/** Inference requests that are sound, but for wishes that go together badly. */
public final class Chat {
    private static final String WISH =
            "(?:a stream|at most \\d+ tokens(?: of completion)?|both limits of tokens|\\d+ choices|the seed \\d+|its usage"
                    + "|the stop text \"[^\"]+\"(?: among others)?|\\d+ stop texts|the words \"[^\"]+\"|two turns before it"
                    + "|a tool that it must(?: not)? call|two tools and the choice of the second"
                    + "|a choice of tools but no tools|a choice of tools that nobody knows|logprobs|an object as its form|a field that nobody knows"
                    + "|who asks and a number of words to choose from)";

    /** What a request can be asked with, as a regular expression. */
    public static final String WISHES = WISH + "(?:, " + WISH + ")*";

    /** The names of the tools. */
    public static final String FIRST_TOOL = "get_weather";

    public static final String SECOND_TOOL = "get_time";

    /** What each tool must be told. */
    public static final String ARGUMENT = "city";

    private static final String TEXT = "Tell me about workspaces and models, 工作区 and 模型, à la carte. \uD83D\uDE80";

    /** As many words take seconds to be said. */
    private static final int MANY = 400;

    private Chat() {}

    /** The tutorial's, saying something else: its answer streams. */
    public static ObjectNode streamed(String text) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("messages").add(turn("user", text));
        return body;
    }

    private static ObjectNode turn(String role, String text) {
        return JsonNodeFactory.instance.objectNode().put("role", role).put("content", text);
    }

    /** One whose answer comes whole. */
    public static ObjectNode whole(String text) {
        return streamed(text).put("stream", false);
    }

    /** One whose answer takes long. */
    public static ObjectNode lengthy() {
        return streamed("hello ".repeat(MANY));
    }

    /** So many different ones, whose answers stream. */
    public static List<ObjectNode> several(int number) {
        return IntStream.range(0, number)
                .mapToObj(each -> wished(streamed(each + " and " + TEXT), "the seed 7, at most 24 tokens"))
                .toList();
    }

    /** One whose answer streams, with wishes. */
    public static ObjectNode streamedWith(String wishes) {
        return wished(streamed(TEXT), wishes);
    }

    /** One whose answer comes whole, with wishes. */
    public static ObjectNode wholeWith(String wishes) {
        return wished(whole(TEXT), wishes);
    }

    private static ObjectNode wished(ObjectNode chat, String wishes) {
        for (String wish : wishes.split(", ")) {
            grant(chat, wish);
        }
        return chat;
    }

    private static void grant(ObjectNode chat, String wish) {
        String text = wish.replaceAll("^[^\"]*\"?|\"[^\"]*$", "");
        int number = wish.matches(".*\\d.*") ? Integer.parseInt(wish.replaceAll("\\D", "")) : 0;
        switch (wish.replaceAll("\\d+", "#").replaceAll("\".*\"", "*")) {
            case "a stream" -> chat.put("stream", true);
            case "at most # tokens" -> chat.put("max_tokens", number);
            case "at most # tokens of completion" -> chat.put("max_completion_tokens", number);
            case "both limits of tokens" -> chat.put("max_tokens", 3).put("max_completion_tokens", 3);
            case "# choices" -> chat.put("n", number);
            case "the seed #" -> chat.put("seed", number);
            case "its usage" -> chat.withObject("/stream_options").put("include_usage", true);
            case "the stop text *" -> chat.put("stop", text);
            case "the stop text * among others" ->
                chat.putArray("stop").add("\u0007").add(text);
            case "# stop texts" ->
                IntStream.range(0, number).mapToObj(each -> "stop " + each).forEach(chat.putArray("stop")::add);
            case "the words *" -> chat.putArray("messages").add(turn("user", text));
            case "two turns before it" ->
                ((ArrayNode) chat.path("messages"))
                        .insert(0, turn("assistant", "Good day to you."))
                        .insert(0, turn("user", "Good day."));
            case "logprobs" -> chat.put("logprobs", true);
            case "an object as its form" -> chat.withObject("/response_format").put("type", "json_object");
            case "who asks and a number of words to choose from" ->
                chat.put("user", "somebody").put("top_k", 1);
            case "a field that nobody knows" -> chat.put("a_field_that_nobody_knows", true);
            default -> grantTools(chat, wish);
        }
    }

    private static void grantTools(ObjectNode chat, String wish) {
        switch (wish) {
            case "a choice of tools but no tools" -> chat.put("tool_choice", "required");
            case "a choice of tools that nobody knows" ->
                tools(chat, FIRST_TOOL).put("tool_choice", "perhaps");
            case "a tool that it must call" -> tools(chat, FIRST_TOOL).put("tool_choice", "required");
            case "a tool that it must not call" -> tools(chat, FIRST_TOOL).put("tool_choice", "none");
            case "two tools and the choice of the second" ->
                tools(chat, FIRST_TOOL, SECOND_TOOL)
                        .putObject("tool_choice")
                        .put("type", "function")
                        .putObject("function")
                        .put("name", SECOND_TOOL);
            default -> throw new IllegalArgumentException("nobody grants " + wish);
        }
    }

    private static ObjectNode tools(ObjectNode chat, String... names) {
        ArrayNode tools = chat.putArray("tools");
        for (String name : names) {
            ObjectNode function = tools.addObject().put("type", "function").putObject("function");
            ObjectNode parameters = function.put("name", name)
                    .put("description", "tells about a city")
                    .putObject("parameters")
                    .put("type", "object");
            parameters.withObject("/properties/" + ARGUMENT).put("type", "string");
            parameters.putArray("required").add(ARGUMENT);
        }
        return chat;
    }
}

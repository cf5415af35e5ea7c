package dev.fabrickit.conformance.scene;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Inference requests that are sound. */
public final class Chat {
    /** What a request can be asked with, as a regular expression. */
    public static final String WISHES =
            "at most \\d+ tokens|both limits of tokens|\\d+ choices|the stop text [a-z]+|the seed \\d+|its usage"
                    + "|a tool that it must call|a choice of tools but no tools|logprobs|an object as its form"
                    + "|a field that nobody knows";

    private static final String TEXT = "Tell me about workspaces, endpoints, models and services.";

    private Chat() {}

    /** The tutorial's, saying something else: its answer streams. */
    public static ObjectNode streamed(String text) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("messages").addObject().put("role", "user").put("content", text);
        return body;
    }

    /** One whose answer comes whole. */
    public static ObjectNode whole(String text) {
        return streamed(text).put("stream", false);
    }

    /** One whose answer streams, with a wish. */
    public static ObjectNode streamedWith(String wish) {
        return wished(streamed(TEXT), wish);
    }

    /** One whose answer comes whole, with a wish. */
    public static ObjectNode wholeWith(String wish) {
        return wished(whole(TEXT), wish);
    }

    private static ObjectNode wished(ObjectNode chat, String wish) {
        String number = wish.replaceAll("\\D", "");
        if (wish.startsWith("at most")) {
            return chat.put("max_tokens", Integer.parseInt(number));
        }
        if (wish.startsWith("the seed")) {
            return chat.put("seed", Integer.parseInt(number));
        }
        if (wish.startsWith("the stop text")) {
            return chat.put("stop", wish.substring("the stop text ".length()));
        }
        return wish.endsWith("choices") ? chat.put("n", Integer.parseInt(number)) : fixed(chat, wish);
    }

    private static ObjectNode fixed(ObjectNode chat, String wish) {
        switch (wish) {
            case "both limits of tokens" -> chat.put("max_tokens", 3).put("max_completion_tokens", 3);
            case "its usage" -> chat.withObject("/stream_options").put("include_usage", true);
            case "a tool that it must call" -> tool(chat).put("tool_choice", "required");
            case "a choice of tools but no tools" -> chat.put("tool_choice", "required");
            case "logprobs" -> chat.put("logprobs", true);
            case "an object as its form" -> chat.withObject("/response_format").put("type", "json_object");
            default -> chat.put("a_field_that_nobody_knows", true);
        }
        return chat;
    }

    private static ObjectNode tool(ObjectNode chat) {
        ObjectNode tool = chat.putArray("tools").addObject().put("type", "function");
        tool.putObject("function")
                .put("name", "get_weather")
                .put("description", "tells the weather")
                .withObject("/parameters")
                .put("type", "object")
                .withObject("/properties/city")
                .put("type", "string");
        return chat;
    }
}

package dev.fabrickit.server.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.function.Predicate;

/** The types of OpenAPI 3.0, by their names there. */
enum Type {
    STRING("a string", JsonNode::isTextual),
    INTEGER("an integer", JsonNode::isIntegralNumber),
    NUMBER("a number", JsonNode::isNumber),
    BOOLEAN("true or false", JsonNode::isBoolean),
    OBJECT("an object", JsonNode::isObject),
    ARRAY("an array", JsonNode::isArray);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String description;
    private final Predicate<JsonNode> members;

    Type(String description, Predicate<JsonNode> members) {
        this.description = description;
        this.members = members;
    }

    static Type named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    boolean has(JsonNode value) {
        return members.test(value);
    }

    /** A parameter's text as a JSON value. Text that is none of this type stays text, and so shows in a message. */
    JsonNode read(String text) {
        if (this == STRING) {
            return TextNode.valueOf(text);
        }
        try {
            JsonNode value = JSON.readTree(text);
            return has(value) && text.equals(text.strip()) ? value : TextNode.valueOf(text);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }

    @Override
    public String toString() {
        return description;
    }
}

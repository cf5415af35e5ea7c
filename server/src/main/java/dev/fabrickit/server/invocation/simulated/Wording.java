package dev.fabrickit.server.invocation.simulated;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fabrickit.server.invocation.engine.Chat;
import dev.fabrickit.server.schema.ChatMessage;
import dev.fabrickit.server.schema.ChatMessage.RoleEnum;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds words that take up the conversation and yet never look like understanding. */
@Singleton
class Wording {
    private static final List<String> CLOSINGS = List.of(
            "I am a simulated model: I repeat what I read, at the pace of a real one.",
            "No model was asked: these words come from a simulation.",
            "I am only simulated, so do not take this for advice.",
            "Nothing was understood here; this answer is simulated.",
            "This text is made up by a stub that knows no more than your words.",
            "I cannot think, I am a simulation that answers by rote.",
            "A real model would go on from here; a simulated one does not.",
            "These are the words of a simulated model, and they mean nothing.",
            "The simulation has read your turn and has nothing to add.");

    private final ObjectMapper json;

    Wording(ObjectMapper json) {
        this.json = json;
    }

    String text(Chat chat, Chance chance) {
        return opening(chat.last()) + said(chat) + "\n\nThis is turn "
                + chat.request().getMessages().size() + " of our conversation. " + closing(chance);
    }

    /** The same as one JSON object. */
    String object(Chat chat, Chance chance) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("said", said(chat));
        object.put("turn", chat.request().getMessages().size());
        object.put("note", closing(chance));
        try {
            return json.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String opening(ChatMessage last) {
        return last.getRole() == RoleEnum.TOOL ? "The tool answered: " : "You said: ";
    }

    private static String said(Chat chat) {
        String said = chat.last().getContent();
        return said == null ? "nothing" : said;
    }

    private static String closing(Chance chance) {
        return CLOSINGS.get(chance.variant(CLOSINGS.size()));
    }
}

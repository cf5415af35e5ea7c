package dev.fabrickit.server.invocation;

import dev.fabrickit.server.lifecycle.Delays;
import dev.fabrickit.server.schema.ChatCompletionRequest;
import dev.fabrickit.server.schema.ChatMessage;
import jakarta.inject.Singleton;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers without a model: the same conversation always gets the same text, which takes up its last message. */
@Singleton
class SimulatedEngine implements Engine {
    private final Delays delays;

    SimulatedEngine(Delays delays) {
        this.delays = delays;
    }

    @Override
    public Publisher<String> answer(ChatCompletionRequest request) {
        // Each piece is delayed only once the one before it was taken: a slow reader slows the engine, and nothing
        // piles up.
        return Flux.fromIterable(words(text(request.getMessages())))
                .concatMap(word -> Mono.just(word).delayElement(delays.token()), 1);
    }

    private static String text(List<ChatMessage> messages) {
        String last = messages.get(messages.size() - 1).getContent();
        return "You said: " + (last == null ? "nothing" : last) + "\n\nThis is turn " + messages.size()
                + " of our conversation. I am a simulated model: I repeat what I read, at the pace of a real one.";
    }

    /** Splits before each run of white space, so that the pieces join to the text. */
    private static List<String> words(String text) {
        return List.of(text.split("(?<=\\S)(?=\\s)"));
    }
}

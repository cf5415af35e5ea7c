package dev.fabrickit.server.invocation.simulated;

import dev.fabrickit.server.Timers;
import dev.fabrickit.server.invocation.engine.Engine;
import dev.fabrickit.server.invocation.engine.FinishReason;
import dev.fabrickit.server.invocation.engine.Piece;
import dev.fabrickit.server.lifecycle.Delays;
import dev.fabrickit.server.schema.ChatCompletionRequest;
import dev.fabrickit.server.schema.ChatMessage;
import jakarta.inject.Singleton;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Answers without a model: the same conversation always gets the same text, which takes up its last message. */
@Singleton
public class SimulatedEngine implements Engine {
    private final Delays delays;
    private final Timers timers;

    SimulatedEngine(Delays delays, Timers timers) {
        this.delays = delays;
        this.timers = timers;
    }

    @Override
    public Publisher<Piece> answer(ChatCompletionRequest request) {
        // Each word is delayed only once the one before it was taken: a slow reader slows the engine, and nothing
        // piles up.
        Flux<Piece> words = Flux.fromIterable(words(text(request.getMessages())))
                .concatMap(word -> timers.pause(delays.token()).thenReturn(new Piece.Text(0, word)), 1);
        return Flux.concat(Flux.just(new Piece.Role(0)), words, Flux.just(new Piece.Finish(0, FinishReason.STOP)));
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

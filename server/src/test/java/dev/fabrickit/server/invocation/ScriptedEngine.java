package dev.fabrickit.server.invocation;

import dev.fabrickit.server.invocation.engine.Engine;
import dev.fabrickit.server.invocation.engine.EngineKind;
import dev.fabrickit.server.invocation.engine.FinishReason;
import dev.fabrickit.server.invocation.engine.Piece;
import dev.fabrickit.server.invocation.simulated.SimulatedKind;
import dev.fabrickit.server.schema.ChatCompletionRequest;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Answers as a test tells it to. A stub uses it when there is a script among its settings. */
@Singleton
@Replaces(SimulatedKind.class)
@Requires(property = ScriptedEngine.SETTING)
public class ScriptedEngine implements Engine, EngineKind {
    public static final String SETTING = "test.answer";

    private final Supplier<Publisher<String>> script;

    ScriptedEngine(@Property(name = SETTING) Supplier<Publisher<String>> script) {
        this.script = script;
    }

    @Override
    public String name() {
        return "simulated";
    }

    @Override
    public Engine make(String key, Map<String, Object> settings) {
        return this;
    }

    @Override
    public Publisher<Piece> answer(ChatCompletionRequest request) {
        return Flux.concat(
                Flux.just(new Piece.Role(0)),
                Flux.from(script.get()).map(text -> new Piece.Text(0, text)),
                Flux.just(new Piece.Finish(0, FinishReason.STOP)));
    }
}

package dev.fabrickit.server.invocation;

import dev.fabrickit.server.schema.ChatCompletionRequest;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;

/** Answers as a test tells it to. A stub uses it when there is a script among its settings. */
@Singleton
@Replaces(SimulatedEngine.class)
@Requires(property = ScriptedEngine.SETTING)
public class ScriptedEngine implements Engine {
    public static final String SETTING = "test.answer";

    private final Supplier<Publisher<String>> script;

    ScriptedEngine(@Property(name = SETTING) Supplier<Publisher<String>> script) {
        this.script = script;
    }

    @Override
    public Publisher<String> answer(ChatCompletionRequest request) {
        return script.get();
    }
}

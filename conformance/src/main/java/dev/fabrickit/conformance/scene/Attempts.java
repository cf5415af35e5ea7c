package dev.fabrickit.conformance.scene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.run.Resource;
import dev.fabrickit.conformance.wire.Answer;
import dev.fabrickit.conformance.wire.Call;
import dev.fabrickit.conformance.wire.Caller;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the scenario tried, and what came of it. */
public final class Attempts {
    private final Stage stage;
    private final Line line;
    private @Nullable Attempt previous;
    private @Nullable Attempt last;

    public Attempts(Stage stage, Line line) {
        this.stage = stage;
        this.line = line;
    }

    /** Asks for a new resource. */
    public Answer create(Kind kind, List<Quality> qualities) {
        stage.prepare(kind);
        ObjectNode body = stage.creating(kind, qualities);
        return note(null, body, qualities, () -> stage.send(kind, body));
    }

    /** Asks for a new resource as somebody. */
    public Answer create(Kind kind, Caller caller) {
        stage.prepare(kind);
        ObjectNode body = stage.creating(kind, List.of());
        return note(null, body, List.of(), () -> stage.send(kind, body, caller));
    }

    /** Asks for a new resource and says nothing of its units. */
    public Answer createWithoutUnits(Kind kind) {
        stage.prepare(kind);
        ObjectNode body = stage.creating(kind, List.of());
        Bodies.dropUnits(body);
        return note(null, body, List.of(), () -> stage.send(kind, body));
    }

    /** Asks for a new resource in a way that may be wrong. */
    public Answer createRaw(Kind kind, byte[] body) {
        stage.prepare(kind);
        return note(null, JsonNodeFactory.instance.objectNode(), List.of(), () -> stage.send(kind, body));
    }

    /** Asks for a change of a resource. */
    public Answer change(Resource resource, List<Quality> qualities) {
        stage.settle(resource);
        ObjectNode body = stage.changing(resource, qualities);
        Answer answer = note(
                resource,
                body,
                qualities,
                () -> line.ask(resource.call(resource.kind().update()).sending(body)));
        if (answer.isAccepted()) {
            stage.awaitAltered(resource, last().shown());
        }
        return answer;
    }

    /** Asks once more for a deletion, without a moment between. */
    public Answer deleteAgain(Resource resource) {
        Attempt first = last();
        Answer answer = line.ask(resource.call(resource.kind().delete()));
        previous = first;
        last = new Attempt(resource, first.shown(), first.request(), answer, first.before(), List.of());
        return answer;
    }

    /** Asks for the deletion of a resource. */
    public Answer delete(Resource resource) {
        stage.settle(resource);
        return note(
                resource,
                JsonNodeFactory.instance.objectNode(),
                List.of(),
                () -> line.ask(resource.call(resource.kind().delete())));
    }

    /** Asks something else about a resource. */
    public Answer ask(@Nullable Resource about, Call call) {
        return note(about, JsonNodeFactory.instance.objectNode(), List.of(), () -> line.ask(call));
    }

    /** Says something to an inference service, which changes nothing that is kept. */
    public Answer say(Call call) {
        Answer answer = line.ask(call);
        previous = last;
        last = new Attempt(
                null,
                MissingNode.getInstance(),
                JsonNodeFactory.instance.objectNode(),
                answer,
                new Snapshot(Map.of()),
                List.of());
        return answer;
    }

    private Answer note(
            @Nullable Resource about, ObjectNode request, List<Quality> qualities, Supplier<Answer> attempt) {
        JsonNode shown =
                Optional.ofNullable(about).flatMap(stage.lookup()::find).orElse(MissingNode.getInstance());
        Snapshot before = stage.snapshot();
        Answer answer = attempt.get();
        previous = last;
        last = new Attempt(
                about,
                shown,
                request,
                answer,
                before,
                qualities.stream().map(Quality::field).toList());
        return answer;
    }

    /** The one before the last one. */
    public Attempt previous() {
        return Objects.requireNonNull(previous, "the scenario has tried only one thing");
    }

    /** The resource that the last one was about: what it made, if it asked for something new. */
    public Resource subject() {
        return Optional.ofNullable(last().about()).orElseGet(stage::newest);
    }

    /** The last one. */
    public Attempt last() {
        if (last == null) {
            throw new IllegalStateException("the scenario has tried nothing");
        }
        return last;
    }
}

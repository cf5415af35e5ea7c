package dev.fabrickit.conformance.scene;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.run.Ledger;
import dev.fabrickit.conformance.run.Resource;
import dev.fabrickit.conformance.wire.Answer;
import dev.fabrickit.conformance.wire.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One sound call of each operation, each altered in the same way. */
public final class Tour {
    private final Ledger ledger;
    private final Stage stage;
    private final Line line;
    private final Versions versions;
    private List<Answer> answers = List.of();
    private Snapshot before = new Snapshot(Map.of());

    public Tour(Ledger ledger, Stage stage, Line line, Versions versions) {
        this.ledger = ledger;
        this.stage = stage;
        this.line = line;
        this.versions = versions;
    }

    /** Calls everything that needs a workspace. */
    public void inWorkspace(UnaryOperator<Call> alteration) {
        go(calls(), alteration);
    }

    /** Calls everything that needs a resource in a workspace. */
    public void onResources(UnaryOperator<Call> alteration) {
        go(calls().stream().filter(call -> call.path().size() > 1).toList(), alteration);
    }

    /** Calls everything that needs credentials. */
    public void everywhere(UnaryOperator<Call> alteration) {
        go(all(), alteration);
    }

    /** Calls everything that answers with a page. */
    public void listing(UnaryOperator<Call> alteration) {
        go(all().stream().filter(call -> call.operationId().startsWith("list")).toList(), alteration);
    }

    private List<Call> all() {
        List<Call> all = new ArrayList<>();
        all.add(Call.of(Kind.WORKSPACE.create()).sending(stage.creating(Kind.WORKSPACE, List.of())));
        Stream.of("listWorkspaces", "listBaseModels", "listSpecs").map(Call::of).forEach(all::add);
        all.addAll(calls());
        return all;
    }

    /** Calls everything that takes a body, with another one. */
    public void withBody(byte[] body) {
        go(
                calls().stream().filter(call -> call.body() != null).toList(),
                call -> call.sending(body).meantBad());
    }

    /** Reads everything that can be read. */
    public void reading(UnaryOperator<Call> alteration) {
        go(
                calls().stream()
                        .filter(call -> call.operationId().matches("(list|show).*"))
                        .toList(),
                alteration);
    }

    private void go(List<Call> calls, UnaryOperator<Call> alteration) {
        before = stage.snapshot();
        answers = calls.stream().map(call -> ask(alteration.apply(call))).toList();
    }

    private Answer ask(Call call) {
        return Stream.of(Kind.values())
                .filter(kind -> kind.create().equals(call.operationId()))
                .findFirst()
                .map(kind -> line.noted(ledger.attempt(kind, call)))
                .orElseGet(() -> line.ask(call));
    }

    /** What was answered. */
    public List<Answer> answers() {
        return answers;
    }

    /** What there was before. */
    public Snapshot before() {
        return before;
    }

    private List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        Resource workspace = stage.the(Kind.WORKSPACE);
        for (Kind kind : List.of(Kind.ENDPOINT, Kind.MODEL, Kind.SERVICE)) {
            ObjectNode body = stage.creating(kind, List.of());
            calls.add(workspace.inWorkspace(kind.create()).sending(body));
            calls.add(workspace.inWorkspace(kind.listing().operation()));
            kind.show().ifPresent(show -> calls.add(stage.the(kind).call(show)));
        }
        calls.add(stage.the(Kind.MODEL).call("listModelVersions"));
        calls.add(stage.the(Kind.SERVICE).call("invokeModelService").sending(Chat.whole("hello")));
        calls.add(stage.the(Kind.SERVICE).call("invokeModelService").sending(Chat.streamed("hello")));
        for (Kind kind : Kind.values()) {
            calls.add(stage.the(kind).call(kind.update()).sending(JsonNodeFactory.instance.objectNode()));
        }
        calls.add(versions.deletion(versions.current()));
        Stream.of(Kind.SERVICE, Kind.MODEL, Kind.ENDPOINT, Kind.WORKSPACE)
                .forEach(kind -> calls.add(stage.the(kind).call(kind.delete())));
        return calls;
    }
}

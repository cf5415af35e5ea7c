package dev.fabrickit.conformance.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.conformance.boundary.Boundary.Side;
import dev.fabrickit.conformance.contract.Contract;
import dev.fabrickit.conformance.judgement.Reason;
import dev.fabrickit.conformance.judgement.Refusal;
import dev.fabrickit.conformance.run.Evidence;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.run.Ledger;
import dev.fabrickit.conformance.run.Resource;
import dev.fabrickit.conformance.run.Run;
import dev.fabrickit.conformance.scene.Bodies;
import dev.fabrickit.conformance.scene.Chat;
import dev.fabrickit.conformance.scene.Field;
import dev.fabrickit.conformance.scene.Line;
import dev.fabrickit.conformance.scene.Lookup;
import dev.fabrickit.conformance.scene.Names;
import dev.fabrickit.conformance.scene.Snapshot;
import dev.fabrickit.conformance.scene.Stage;
import dev.fabrickit.conformance.wire.Answer;
import dev.fabrickit.conformance.wire.Call;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tries all limits of an operation, and collects what was answered wrongly. */
public final class Trial {
    private static final String INVALID = "common.01000001";
    private static final String INVOKE = "invokeModelService";

    private final Contract contract = Run.current().contract();
    private final Evidence evidence;
    private final Ledger ledger;
    private final Line line;
    private final Stage stage;
    private final Lookup lookup;
    private final List<String> faults = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();
    private int tried;

    public Trial(Evidence evidence, Ledger ledger, Line line, Stage stage, Lookup lookup) {
        this.evidence = evidence;
        this.ledger = ledger;
        this.line = line;
        this.lookup = lookup;
        this.stage = stage;
    }

    /** Tries to create resources of a kind from bodies at the limits. What comes to be goes again at once. */
    public void create(Kind kind) {
        stage.prepare(kind);
        Table table = new Table(contract.isFull());
        Snapshot before = stage.snapshot();
        for (Table.Row row : table.of(contract.requestOf(kind.create()), stage.creation(kind))) {
            ObjectNode body = named(row, stage.creation(kind));
            Answer answer = stage.tryToCreate(kind, body);
            judge(row, answer);
            if (answer.isAccepted()) {
                ledger.discardNewest();
            }
        }
        changes.addAll(before.changesIn(stage.snapshot(), List.of()));
    }

    /** The name of a row's body is its own, and new as well when the row is about the name. */
    private static ObjectNode named(Table.Row row, ObjectNode fresh) {
        ObjectNode body = (ObjectNode) row.body();
        if (!row.what().startsWith("name ")) {
            return body.set("name", fresh.get("name"));
        }
        return row.side() == Side.INSIDE
                ? body.put("name", Names.unlike(body.path("name").asText()))
                : body;
    }

    /** Tries to change a resource by bodies at the limits. */
    public void change(Resource resource) {
        Kind kind = resource.kind();
        JsonNode last = lookup.show(resource);
        Table table = new Table(contract.isFull());
        for (Table.Row row : table.of(contract.requestOf(kind.update()), Bodies.nothing())) {
            JsonNode shown = lookup.show(resource);
            Answer answer =
                    line.ask(resource.call(kind.update()).sending(row.body()).meantBad());
            judge(row, answer);
            if (answer.isAccepted()) {
                ledger.awaitAltered(resource, shown);
                stage.settle(kind);
            }
            JsonNode after = lookup.show(resource);
            if (!answer.isAccepted()) {
                changes.addAll(stored(row, kind, last, after));
            }
            last = after;
        }
    }

    /** What was refused and is shown all the same. What was accepted before may show late, and is another matter. */
    private static List<String> stored(Table.Row row, Kind kind, JsonNode before, JsonNode after) {
        return Arrays.stream(Field.values())
                .filter(field -> field.isOf(kind))
                .filter(field -> field.sentIn(kind, (ObjectNode) row.body()).isValueNode())
                .filter(field -> field.sentIn(kind, (ObjectNode) row.body()).equals(field.in(kind, after)))
                .filter(field -> !field.in(kind, before).equals(field.in(kind, after)))
                .map(field -> row.what() + ": the " + field + " is " + field.in(kind, after) + " now")
                .toList();
    }

    /** Tries to invoke an inference service by bodies at the limits. */
    public void invoke(Resource service) {
        invoke(service, contract.requestOf(INVOKE), Chat.whole("hello").put("max_tokens", 1));
    }

    /** Tries to invoke an inference service by tools at the limits. */
    public void invokeWithTools(Resource service) {
        Schema<?> tools = Boundaries.propertiesOf(contract.requestOf(INVOKE)).get("tools");
        ObjectNode sound = Chat.wholeWith("a tool that it must call, at most 1 tokens");
        sound.remove("tool_choice");
        invoke(service, new ObjectSchema().addProperty("tools", tools), sound);
    }

    private void invoke(Resource service, Schema<?> schema, ObjectNode sound) {
        Table table = new Table(contract.isFull());
        for (Table.Row row : table.of(schema, sound)) {
            judge(row, line.ask(service.call(INVOKE).sending(row.body()).meantBad()));
        }
    }

    /** Tries the limits of what an operation takes in its query; what is accepted, and may change something, comes last. */
    public void list(Call list) {
        Boundaries boundaries = new Boundaries(contract.isFull());
        for (Parameter parameter : contract.queryOf(list.operationId())) {
            List<Boundary> all = new ArrayList<>(boundaries.of(parameter.getSchema()));
            all.sort(Comparator.comparing(Boundary::side, Comparator.reverseOrder()));
            for (Boundary boundary : all) {
                if (boundary.value().isValueNode() && !boundary.value().asText().isEmpty()) {
                    Call call = list.with(parameter.getName(), boundary.value().asText());
                    String what = parameter.getName() + " " + boundary.what();
                    judge(new Table.Row(what, boundary.value(), boundary.side(), false), line.ask(call.meantBad()));
                }
            }
        }
    }

    private void judge(Table.Row row, Answer answer) {
        tried++;
        faultOf(row, answer).ifPresent(fault -> {
            evidence.mark();
            faults.add(row.what() + ": " + fault);
        });
    }

    private static Optional<String> faultOf(Table.Row row, Answer answer) {
        if (row.side() != Side.INSIDE) {
            return Refusal.faultOf(answer, row.side() == Side.OUTSIDE ? Reason.INVALID : Reason.UNREADABLE);
        }
        boolean otherwise = row.free()
                && answer.status() < 500
                && !answer.body().path("error_code").asText().equals(INVALID);
        return answer.isAccepted() || otherwise
                ? Optional.empty()
                : Optional.of(answer.operation().id() + " was refused with " + answer.status() + " " + answer.reason());
    }

    /** What was answered wrongly. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** What was changed by what was refused. */
    public List<String> changes() {
        return List.copyOf(changes);
    }

    /** How many values were tried. */
    public int tried() {
        return tried;
    }
}

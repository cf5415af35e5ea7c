package dev.fabrickit.conformance.judgement;

import static dev.fabrickit.conformance.judgement.Claim.must;
import static dev.fabrickit.conformance.judgement.Claim.noFaults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.run.Ledger;
import dev.fabrickit.conformance.run.Resource;
import dev.fabrickit.conformance.run.Run;
import dev.fabrickit.conformance.scene.Attempts;
import dev.fabrickit.conformance.scene.Field;
import dev.fabrickit.conformance.scene.Lookup;
import dev.fabrickit.conformance.scene.Stage;
import dev.fabrickit.conformance.scene.Value;
import java.util.Arrays;
import java.util.List;

/** Judges what was asked for by what is read back. */
public final class Readings {
    private final Ledger ledger;
    private final Stage stage;
    private final Attempts attempts;
    private final Lookup lookup;

    public Readings(Ledger ledger, Stage stage, Attempts attempts, Lookup lookup) {
        this.ledger = ledger;
        this.stage = stage;
        this.attempts = attempts;
        this.lookup = lookup;
    }

    /** A resource must hold every value that the last attempt sent. */
    public void mustHaveWhatWasAsked(Resource resource) {
        JsonNode shown = settled(resource);
        Kind kind = resource.kind();
        noFaults(Arrays.stream(Field.values())
                .filter(field -> field.isOf(kind))
                .filter(field -> isAsserted(asked(field, kind)))
                .filter(field -> !asked(field, kind).equals(field.in(kind, shown)))
                .map(field -> "the " + field + " of the " + resource + " is " + field.in(kind, shown) + ", though "
                        + asked(field, kind) + " was asked for")
                .toList());
    }

    private JsonNode asked(Field field, Kind kind) {
        return field.sentIn(kind, attempts.last().request());
    }

    /** The last answer must hold every value that was sent; what it says nothing of is asked of the whole contract only. */
    public void answerMustHaveWhatWasAsked(Kind kind) {
        JsonNode answer = attempts.last().answer().mustBeAccepted().body();
        boolean full = Run.current().contract().isFull();
        noFaults(Arrays.stream(Field.values())
                .filter(field -> field.isOf(kind))
                .filter(field -> isAsserted(asked(field, kind)))
                .filter(field -> full || !isNothing(field.in(kind, answer)))
                .filter(field -> !asked(field, kind).equals(field.in(kind, answer)))
                .map(field -> "the answer shows the " + field + " " + field.in(kind, answer) + ", though "
                        + asked(field, kind) + " was asked for")
                .toList());
    }

    /** What the empty text stands for is not documented. */
    private static boolean isAsserted(JsonNode value) {
        boolean empty = value.isTextual() && value.textValue().isEmpty();
        return !value.isMissingNode()
                && !value.isNull()
                && (!empty || Run.current().contract().isFull());
    }

    /** A field must have a value, once nothing is under way any more. */
    public void mustBe(Resource resource, Field field, Value value) {
        JsonNode expected = value.of(field, resource.kind(), stage);
        JsonNode actual = field.in(resource.kind(), settled(resource));
        must(
                expected.equals(actual) || isNothing(expected) && isNothing(actual),
                "the " + field + " of the " + resource + " is " + actual + ", and not " + expected);
    }

    /** The last answer must show a value. */
    public void answerMustShow(Kind kind, Field field, Value value) {
        JsonNode expected = value.of(field, kind, stage);
        JsonNode actual =
                field.in(kind, attempts.last().answer().mustBeAccepted().body());
        must(expected.equals(actual), "the answer shows the " + field + " " + actual + ", and not " + expected);
    }

    /** The inference service must run a version of its model; a service may keep to itself which one it runs. */
    public void serviceMustRun(String versionId) {
        JsonNode actual = Field.MODEL_VERSION.in(Kind.SERVICE, settled(stage.the(Kind.SERVICE)));
        boolean silent = isNothing(actual) && !Run.current().contract().isFull();
        must(silent || actual.asText().equals(versionId), "it runs the version " + actual + ", and not " + versionId);
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull()
                || value.isMissingNode()
                || value.isTextual() && value.textValue().isEmpty();
    }

    private JsonNode settled(Resource resource) {
        if (resource.kind().show().isPresent()) {
            ledger.awaitRunning(resource);
        }
        return lookup.show(resource);
    }

    /** Neither its list nor, where there is one, the operation that shows it may tell of it any more. */
    public void mustBeGone(Resource resource) {
        if (resource.kind().show().isPresent()) {
            ledger.awaitGone(resource);
        }
        must(lookup.listed(resource).filter(Readings::isThere).isEmpty(), "the " + resource + " is still listed");
    }

    private static boolean isThere(JsonNode listed) {
        return !listed.path("status").asText().equals("DELETED");
    }

    /** Its list, and where there is one the operation that shows it, must tell of it. */
    public void mustBeThere(Resource resource) {
        must(lookup.listed(resource).isPresent(), "the " + resource + " is not listed");
        must(lookup.find(resource).isPresent(), "the " + resource + " is not shown");
    }

    /** All must be as it was before the last attempt. */
    public void nothingMustHaveChanged() {
        onlyMayHaveChanged(List.of());
    }

    /** Nothing but what the last attempt asked for may have changed. */
    public void nothingElseMustHaveChanged() {
        onlyMayHaveChanged(attempts.last().changed());
    }

    private void onlyMayHaveChanged(List<Field> fields) {
        noFaults(attempts.last().before().changesIn(stage.snapshot(), fields));
    }
}

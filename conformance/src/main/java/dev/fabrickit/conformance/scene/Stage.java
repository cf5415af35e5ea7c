package dev.fabrickit.conformance.scene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.run.Ledger;
import dev.fabrickit.conformance.run.Resource;
import dev.fabrickit.conformance.wire.Answer;
import dev.fabrickit.conformance.wire.Call;
import dev.fabrickit.conformance.wire.Caller;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes what a scenario is about, with all that this needs. */
public final class Stage {
    private final Ledger ledger;
    private final Line line;
    private final Lookup lookup;
    private final Names names;
    private final Bodies bodies;
    private final Versions versions;

    public Stage(Ledger ledger, Line line, Lookup lookup, Names names, Bodies bodies, Versions versions) {
        this.ledger = ledger;
        this.line = line;
        this.lookup = lookup;
        this.names = names;
        this.bodies = bodies;
        this.versions = versions;
    }

    Versions versions() {
        return versions;
    }

    Lookup lookup() {
        return lookup;
    }

    Names names() {
        return names;
    }

    /** The last one of a kind. */
    public Resource the(Kind kind) {
        return ledger.the(kind);
    }

    /** What was made last. */
    Resource newest() {
        return ledger.newest();
    }

    /** The first one of a kind. */
    public Resource first(Kind kind) {
        return ledger.first(kind);
    }

    /** Makes one more, and its prerequisites where there are none. */
    public Resource make(Kind kind, List<Quality> qualities) {
        prepare(kind);
        send(kind, creating(kind, qualities)).mustBeAccepted();
        return ledger.the(kind);
    }

    /** Makes so many. */
    public void makeMany(int number, Kind kind) {
        for (int each = 0; each < number; each++) {
            make(kind, List.of());
        }
    }

    /** Makes what is needed before one of a kind can be made. */
    public void prepare(Kind kind) {
        Bodies.prerequisites(kind).stream()
                .filter(needed -> !ledger.has(needed))
                .forEach(needed -> make(needed, List.of()));
        if (kind == Kind.SERVICE) {
            ledger.awaitSettled(the(Kind.ENDPOINT));
        }
    }

    /** Waits until nothing is under way with a resource, should that have to be. */
    void settle(Resource resource) {
        ledger.awaitSettled(resource);
    }

    /** Waits for a change of a resource to show. */
    void awaitAltered(Resource resource, JsonNode before) {
        ledger.awaitAltered(resource, before);
    }

    /** Waits until the last one of a kind runs. */
    public void settle(Kind kind) {
        if (kind.show().isPresent()) {
            ledger.awaitRunning(ledger.the(kind));
        }
    }

    ObjectNode creating(Kind kind, List<Quality> qualities) {
        ObjectNode body = bodies.creating(kind);
        qualities.forEach(quality -> quality.putInto(body, kind, this));
        return body;
    }

    ObjectNode changing(Resource resource, List<Quality> qualities) {
        Kind kind = resource.kind();
        ObjectNode body =
                bodies.changing(resource, qualities.stream().map(Quality::field).toList(), lookup);
        qualities.forEach(quality -> quality.putInto(body, kind, this));
        return body;
    }

    Answer send(Kind kind, ObjectNode body) {
        return line.noted(ledger.attempt(kind, creationCall(kind).sending(body)));
    }

    Answer send(Kind kind, ObjectNode body, Caller caller) {
        return line.noted(ledger.attempt(kind, creationCall(kind).sending(body).by(caller)));
    }

    Answer send(Kind kind, byte[] body) {
        return line.noted(ledger.attempt(kind, creationCall(kind).sending(body).meantBad()));
    }

    /** Asks for a new one by a request that may be wrong. */
    public Answer tryToCreate(Kind kind, ObjectNode body) {
        return send(kind, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A call that lists a kind. */
    public Call listing(Kind kind) {
        String operation = kind.listing().operation();
        return kind == Kind.WORKSPACE ? Call.of(operation) : the(Kind.WORKSPACE).inWorkspace(operation);
    }

    /** A sound request for a new one of a kind. */
    public ObjectNode creation(Kind kind) {
        prepare(kind);
        return creating(kind, List.of());
    }

    private Call creationCall(Kind kind) {
        return kind == Kind.WORKSPACE
                ? Call.of(kind.create())
                : the(Kind.WORKSPACE).inWorkspace(kind.create());
    }

    /** What the workspace holds now; of workspaces to be made, those of this scenario. */
    public Snapshot snapshot() {
        return ledger.has(Kind.WORKSPACE)
                ? Snapshot.of(the(Kind.WORKSPACE), lookup)
                : Snapshot.ofWorkspaces(names.stem(), lookup);
    }
}

package dev.fabrickit.conformance.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.conformance.wire.Answer;
import dev.fabrickit.conformance.wire.Call;
import dev.fabrickit.conformance.wire.Wire;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** What a scenario has created. It deletes in reverse. */
public final class Ledger {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Run run = Run.current();
    private final Evidence evidence;
    private final Wire wire;
    private final Eventually eventually;
    private final Deque<Resource> resources = new ArrayDeque<>();
    private boolean aborted;

    public Ledger(Evidence evidence) {
        this.evidence = evidence;
        wire = new Wire(run.target(), run.contract(), evidence);
        eventually = new Eventually(wire, run.readyTimeout());
        run.ledgers().opened(this);
    }

    public Wire wire() {
        return wire;
    }

    /** The last resource of a kind. */
    public synchronized Resource the(Kind kind) {
        return resources.stream()
                .filter(resource -> resource.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the scenario has created no " + kind.noun()));
    }

    /** Creates a workspace. */
    public Resource createWorkspace(String body) {
        return create(Kind.WORKSPACE, Call.of("createWorkspace"), body, json -> {});
    }

    /**
     * Creates something in the workspace.
     *
     * @param body the tutorial's JSON; it is adapted to the means of the account
     * @param ids fills in the ids that the body leaves empty
     */
    public Resource create(Kind kind, String operationId, String body, Consumer<ObjectNode> ids) {
        return create(kind, the(Kind.WORKSPACE).inWorkspace(operationId), body, ids);
    }

    // Synchronized with abort(): what is being created when a run is interrupted is waited for, noted, and deleted.
    private synchronized Resource create(Kind kind, Call call, String body, Consumer<ObjectNode> ids) {
        if (aborted) {
            throw new IllegalStateException("the run was interrupted");
        }
        ObjectNode json = parse(body);
        ids.accept(json);
        run.means().adapt(kind, json);
        Answer answer = wire.send(call.sending(json)).mustSucceed();
        String id = answer.text("id");
        Resource made = new Resource(
                kind, kind == Kind.WORKSPACE ? id : the(Kind.WORKSPACE).id(), id);
        resources.push(made);
        evidence.note(json.path("name").asText() + " " + id);
        return made;
    }

    /** A body of the tutorial as JSON. */
    public static ObjectNode parse(String body) {
        try {
            return (ObjectNode) JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the feature has a body that is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Waits until the last resource of a kind is RUNNING. */
    public void awaitRunning(Kind kind) {
        eventually.running(the(kind));
    }

    /** Deletes everything, and waits until it is gone. Fails at the first thing that cannot be deleted. */
    public synchronized void deleteAll() {
        while (!run.keep() && !resources.isEmpty()) {
            delete(resources.peek());
            resources.pop();
        }
    }

    private void delete(Resource resource) {
        wire.send(resource.call(resource.kind().delete())).mustSucceed();
        if (resource.kind().show().isPresent()) {
            eventually.gone(resource);
        }
    }

    /** Deletes what is left at the end, each thing whatever becomes of the others. Returns what could not be deleted. */
    public synchronized List<String> close() {
        List<String> left = new ArrayList<>();
        while (!run.keep() && !resources.isEmpty()) {
            Resource resource = resources.pop();
            try {
                delete(resource);
            } catch (RuntimeException | AssertionError e) {
                left.add(resource + " in workspace " + resource.workspaceId() + ": " + e.getMessage());
            }
        }
        run.ledgers().closed(this);
        return left;
    }

    synchronized List<String> abort() {
        aborted = true;
        int count = resources.size();
        List<String> left = close();
        List<String> report = new ArrayList<>();
        report.add("interrupted: deleted " + (count - left.size()) + " of " + count + " resources");
        left.forEach(resource -> report.add("left behind: " + resource));
        return report;
    }
}

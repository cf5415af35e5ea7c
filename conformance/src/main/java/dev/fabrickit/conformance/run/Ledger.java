package dev.fabrickit.conformance.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.conformance.requirement.Inconclusive;
import dev.fabrickit.conformance.wire.Answer;
import dev.fabrickit.conformance.wire.Call;
import dev.fabrickit.conformance.wire.Nonconformance;
import dev.fabrickit.conformance.wire.Wire;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What a scenario has created. It deletes in reverse. */
public final class Ledger {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Run run = Run.current();
    private final Evidence evidence;
    private final Wire wire;
    private final Eventually eventually;
    private final Removal removal;
    private final Deque<Resource> resources = new ConcurrentLinkedDeque<>();

    // Several may create at once; what is being created when a run is interrupted is waited for, noted, and deleted.
    private final ReadWriteLock creating = new ReentrantReadWriteLock();

    // What was answered as created, but without the id by which it could be told.
    private final Set<Kind> nameless = ConcurrentHashMap.newKeySet();

    public Ledger(Evidence evidence) {
        this.evidence = evidence;
        wire = new Wire(run.target(), run.contract(), evidence, run.journal());
        eventually = new Eventually(wire, run.readyTimeout(), run.console());
        removal = new Removal(wire, eventually);
        run.ledgers().opened(this);
    }

    public Wire wire() {
        return wire;
    }

    /** The last resource of a kind. */
    public synchronized Resource the(Kind kind) {
        if (!has(kind) && nameless.contains(kind)) {
            throw new Nonconformance("the new " + kind.noun() + " was answered without an id");
        }
        return resources.stream()
                .filter(resource -> resource.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the scenario has created no " + kind.noun()));
    }

    /** The resource that was created last. */
    public Resource newest() {
        return resources.getFirst();
    }

    /** The first resource of a kind. */
    public synchronized Resource first(Kind kind) {
        the(kind);
        return resources.stream()
                .filter(resource -> resource.kind() == kind)
                .reduce(the(kind), (later, earlier) -> earlier);
    }

    /** Whether there is a resource of a kind. */
    public synchronized boolean has(Kind kind) {
        return resources.stream().anyMatch(resource -> resource.kind() == kind);
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

    private Resource create(Kind kind, Call call, String body, Consumer<ObjectNode> ids) {
        ObjectNode json = parse(body);
        ids.accept(json);
        run.means().adapt(kind, json);
        Answer answer = attempt(kind, call.sending(json)).mustConform().mustSucceed();
        evidence.note(json.path("name").asText() + " " + answer.text("id"));
        return the(kind);
    }

    /** Sends what may create something, and notes what it did create, be the answer right or wrong. */
    public Answer attempt(Kind kind, Call call) {
        creating.readLock().lock();
        try {
            if (run.ledgers().areAborted()) {
                throw new IllegalStateException("the run was interrupted");
            }
            Answer answer = wire.ask(call);
            String id = answer.body().path("id").asText();
            if (id.isEmpty()) {
                if (answer.isAccepted()) {
                    nameless.add(kind);
                }
            } else {
                resources.push(new Resource(kind, call.path().getOrDefault(Kind.WORKSPACE.parameter(), id), id));
            }
            return answer;
        } finally {
            creating.readLock().unlock();
        }
    }

    /** A body of the tutorial as JSON. */
    public static ObjectNode parse(String body) {
        try {
            return (ObjectNode) JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the feature has a body that is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Waits until the last resource of a kind is RUNNING, and holds each answer on the way against the contract. */
    void awaitRunning(Kind kind) {
        eventually.running(the(kind), Answer::mustConform);
    }

    /** Deletes what was created last, before the scenario ends. */
    public void discardNewest() {
        removal.remove(resources.getFirst());
        resources.removeFirst();
    }

    /** Waits until a resource is RUNNING, whatever else is wrong with the answers. */
    public void awaitRunning(Resource resource) {
        eventually.running(resource, UnaryOperator.identity());
    }

    /**
     * Waits until nothing is under way with a resource: what may be done to it before is not documented. The whole contract
     * settles that, so nothing is waited for.
     */
    public void awaitSettled(Resource resource) {
        if (!run.contract().isFull() && resource.kind().show().isPresent()) {
            eventually.settled(resource);
        }
    }

    /** Waits a moment for a change to show, where a service may take it up later than it accepts it. */
    public void awaitAltered(Resource resource, JsonNode before) {
        if (!run.contract().isFull() && resource.kind().show().isPresent()) {
            eventually.altered(resource, before);
        }
    }

    /** Lets a moment pass, for what a service tells in whole seconds. */
    public void awaitLater() {
        eventually.later();
    }

    /** The statuses a resource is seen in until it comes to the last one; where it is gone that is {@code nothing}. */
    public List<String> watch(Resource resource, String last) {
        return eventually.seen(resource, last);
    }

    /** Waits until a resource is no longer there. */
    public void awaitGone(Resource resource) {
        eventually.removed(resource);
    }

    /** Deletes everything, and waits until it is gone. Fails at the first thing that cannot be deleted. */
    public synchronized void deleteAll() {
        if (run.keep()) {
            throw Inconclusive.disabled("kept, as asked: " + resources);
        }
        while (!resources.isEmpty()) {
            Resource resource = resources.peek();
            awaitSettled(resource);
            wire.send(resource.call(resource.kind().delete())).mustSucceed();
            if (resource.kind().show().isPresent()) {
                eventually.gone(resource);
            }
            resources.pop();
        }
    }

    /**
     * Clears up at the end: deletes what is left, each thing whatever becomes of the others, and asks of the answers only
     * whether it is gone. Returns what there is to say.
     */
    public synchronized ClearUp close() {
        if (run.keep()) {
            run.ledgers().closed(this, false);
            return new ClearUp(0, List.of());
        }
        int deleted = 0;
        List<String> left = new ArrayList<>();
        while (!resources.isEmpty()) {
            Resource resource = resources.pop();
            try {
                removal.remove(resource);
                deleted++;
            } catch (RuntimeException | AssertionError e) {
                left.add(resource + ": " + e.getMessage());
            }
        }
        run.ledgers().closed(this, left.isEmpty());
        return new ClearUp(deleted, left);
    }

    /**
     * What became of what was left.
     *
     * @param deleted how many things were deleted
     * @param left what could not be, and why
     */
    public record ClearUp(int deleted, List<String> left) {}

    synchronized List<String> abort() {
        creating.writeLock().lock();
        creating.writeLock().unlock();
        if (run.keep()) {
            return List.of("interrupted: kept, as asked: " + resources);
        }
        ClearUp done = close();
        List<String> report = new ArrayList<>();
        report.add("interrupted: deleted " + done.deleted() + " resources");
        done.left().forEach(resource -> report.add("left behind: " + resource));
        return report;
    }
}

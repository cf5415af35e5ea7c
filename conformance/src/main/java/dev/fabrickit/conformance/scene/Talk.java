package dev.fabrickit.conformance.scene;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.run.Ledger;
import dev.fabrickit.conformance.wire.Answer;
import dev.fabrickit.conformance.wire.Call;
import dev.fabrickit.conformance.wire.EventStream;
import dev.fabrickit.conformance.wire.Nonconformance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** What the scenario asked its inference service, and how that answered. */
public final class Talk {
    private final Ledger ledger;
    private final Stage stage;
    private final Attempts attempts;
    private final List<Transcript> transcripts = new ArrayList<>();
    private final List<Reply> replies = new ArrayList<>();
    private final List<Duration> beginnings = new ArrayList<>();

    public Talk(Ledger ledger, Stage stage, Attempts attempts) {
        this.ledger = ledger;
        this.stage = stage;
        this.attempts = attempts;
    }

    /** Asks and reads the stream to its end. */
    public void listen(ObjectNode chat) {
        note(hear(chat));
    }

    private Transcript hear(ObjectNode chat) {
        try (EventStream stream = ledger.wire().listen(call().sending(chat))) {
            return Transcript.of(stream);
        }
    }

    private void note(Transcript transcript) {
        transcripts.add(transcript);
        replies.add(Reply.of(transcript));
    }

    /** Asks several times at most, until a stream is as it should be. */
    public void listenUntil(Predicate<Transcript> right, int times, ObjectNode chat) {
        for (int time = 0; time < times && (time == 0 || !right.test(last())); time++) {
            listen(chat);
        }
    }

    /** Asks several things at the same moment, and reads all streams to their ends. */
    public void listenAtOnce(List<ObjectNode> chats) {
        ExecutorService crowd = Executors.newFixedThreadPool(chats.size());
        try {
            List<CompletableFuture<Transcript>> all = chats.stream()
                    .map(chat -> CompletableFuture.supplyAsync(() -> hear(chat), crowd))
                    .toList();
            all.forEach(transcript -> note(transcript.join()));
        } catch (CompletionException e) {
            if (e.getCause() instanceof Nonconformance fault) {
                throw fault;
            }
            throw e;
        } finally {
            crowd.shutdown();
        }
    }

    /** Asks and leaves after the first event. */
    public void leave(ObjectNode chat) {
        try (EventStream stream = ledger.wire().listen(call().sending(chat))) {
            stream.next().ifPresent(event -> beginnings.add(event.arrived()));
        }
    }

    /** How long the streams that were left took to begin. */
    public List<Duration> beginnings() {
        return List.copyOf(beginnings);
    }

    /** Asks for a whole answer. */
    public void ask(ObjectNode chat) {
        replies.add(Reply.of(attempts.say(call().sending(chat)).mustBeAccepted()));
    }

    /** Asks for a whole answer with an id of its own in the header that repeats the path's. */
    public void askUnder(String id, ObjectNode chat) {
        Call call = call().sending(chat).header("X-Infer-Service-Id", id);
        replies.add(Reply.of(attempts.say(call).mustBeAccepted()));
    }

    /** Asks for an answer that may be refused. */
    public Answer tryToAsk(ObjectNode chat) {
        return attempts.say(call().sending(chat).meantBad());
    }

    private Call call() {
        return stage.the(Kind.SERVICE).call("invokeModelService");
    }

    /** The last stream. */
    public Transcript last() {
        if (transcripts.isEmpty()) {
            throw new IllegalStateException("the scenario has not listened to a stream");
        }
        return transcripts.get(transcripts.size() - 1);
    }

    /** The last answer, streamed or whole. */
    public Reply reply() {
        if (replies.isEmpty()) {
            throw new IllegalStateException("the scenario has got no answer");
        }
        return replies.get(replies.size() - 1);
    }

    /** All answers, streamed or whole. */
    public List<Reply> replies() {
        return List.copyOf(replies);
    }
}

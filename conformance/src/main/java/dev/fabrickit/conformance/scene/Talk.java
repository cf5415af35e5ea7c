package dev.fabrickit.conformance.scene;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.run.Ledger;
import dev.fabrickit.conformance.wire.Answer;
import dev.fabrickit.conformance.wire.Call;
import dev.fabrickit.conformance.wire.EventStream;
import java.util.ArrayList;
import java.util.List;

/** What the scenario asked its inference service, and how that answered. */
public final class Talk {
    private final Ledger ledger;
    private final Stage stage;
    private final Line line;
    private final Attempts attempts;
    private final List<Transcript> transcripts = new ArrayList<>();

    public Talk(Ledger ledger, Stage stage, Line line, Attempts attempts) {
        this.ledger = ledger;
        this.stage = stage;
        this.line = line;
        this.attempts = attempts;
    }

    /** Asks and reads the stream to its end. */
    public void listen(ObjectNode chat) {
        try (EventStream stream = ledger.wire().listen(call().sending(chat))) {
            transcripts.add(Transcript.of(stream));
        }
    }

    /** Asks and leaves after so many events. */
    public void leaveAfter(int events, ObjectNode chat) {
        try (EventStream stream = ledger.wire().listen(call().sending(chat))) {
            for (int heard = 0; heard < events && stream.next().isPresent(); heard++) {
                // The stream keeps what it reads.
            }
        }
    }

    /** Asks for a whole answer. */
    public Answer ask(ObjectNode chat) {
        return attempts.ask(stage.the(Kind.SERVICE), call().sending(chat));
    }

    /** Asks for a whole answer with an id of its own in the header that repeats the path's. */
    public Answer askUnder(String id, ObjectNode chat) {
        return attempts.ask(stage.the(Kind.SERVICE), call().sending(chat).header("X-Infer-Service-Id", id));
    }

    /** Asks for a whole answer without looking at anything before. */
    public Answer askAtOnce(ObjectNode chat) {
        return line.ask(call().sending(chat));
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

    /** The stream before the last one. */
    public Transcript previous() {
        return transcripts.get(transcripts.size() - 2);
    }
}

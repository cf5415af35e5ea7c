package dev.fabrickit.conformance.run;

import dev.fabrickit.conformance.wire.EventStream;
import org.jspecify.annotations.Nullable;

/** The inference requests of a scenario. */
public final class Invocations {
    private final Ledger ledger;
    private final Evidence evidence;
    private @Nullable StreamedAnswer answer;

    public Invocations(Ledger ledger, Evidence evidence) {
        this.ledger = ledger;
        this.evidence = evidence;
    }

    /** Waits for the service to run, asks it, and reads the answer while it arrives. */
    public void stream(String body) {
        ledger.awaitRunning(Kind.ENDPOINT);
        ledger.awaitRunning(Kind.SERVICE);
        Resource service = ledger.the(Kind.SERVICE);
        try (EventStream stream =
                ledger.wire().stream(service.call("invokeModelService").sending(Ledger.parse(body)))) {
            answer = StreamedAnswer.read(stream, evidence::piece);
        }
    }

    /** The last answer. */
    public StreamedAnswer answer() {
        if (answer == null) {
            throw new IllegalStateException("the scenario has not sent an inference request");
        }
        return answer;
    }
}

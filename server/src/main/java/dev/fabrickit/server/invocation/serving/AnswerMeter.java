package dev.fabrickit.server.invocation.serving;

import dev.fabrickit.server.invocation.engine.FinishReason;
import dev.fabrickit.server.invocation.engine.Piece;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import reactor.core.observability.DefaultSignalListener;

/** Measures one answer from the arrival of its request on. */
final class AnswerMeter extends DefaultSignalListener<Piece> {
    private final ServiceMeters meters;
    private final Clock clock;
    private final Instant arrival;
    /** When each choice had its last token. */
    private final Map<Integer, Instant> last = new HashMap<>(2);

    private FinishReason reason = FinishReason.STOP;
    private boolean begun;

    AnswerMeter(ServiceMeters meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.arrival = clock.instant();
    }

    @Override
    public void doOnNext(Piece piece) {
        begun = true;
        if (piece instanceof Piece.Text text) {
            token(text.choice());
        } else if (piece instanceof Piece.Arguments arguments) {
            token(arguments.choice());
        } else if (piece instanceof Piece.Finish finish) {
            reason = finish.reason();
        } else if (piece instanceof Piece.Tokens tokens) {
            meters.tokens(tokens.prompt(), tokens.completion());
        }
    }

    private void token(int choice) {
        Instant now = clock.instant();
        if (last.isEmpty()) {
            meters.first(Duration.between(arrival, now));
        }
        Instant before = last.put(choice, now);
        if (before != null) {
            meters.next(Duration.between(before, now));
        }
    }

    @Override
    public void doOnComplete() {
        meters.completed(Duration.between(arrival, clock.instant()));
        meters.ended(reason.onTheWire());
    }

    @Override
    public void doOnError(Throwable problem) {
        // Who was refused had no answer that could have failed.
        if (begun) {
            meters.ended(ServiceMeters.FAILED);
        }
    }

    @Override
    public void doOnCancel() {
        meters.ended(ServiceMeters.LEFT);
    }
}

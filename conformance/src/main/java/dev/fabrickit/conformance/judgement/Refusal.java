package dev.fabrickit.conformance.judgement;

import dev.fabrickit.conformance.run.Run;
import dev.fabrickit.conformance.wire.Answer;
import dev.fabrickit.conformance.wire.Nonconformance;
import java.util.Optional;

/** Judges whether an answer refuses, and for the right reason. */
public final class Refusal {
    private Refusal() {}

    /** Fails unless the answer refuses for a reason. */
    public static void mustBe(Answer answer, Reason reason) {
        faultOf(answer, reason).ifPresent(fault -> {
            throw new Nonconformance(fault);
        });
    }

    /** What is wrong with an answer that should refuse for a reason. */
    public static Optional<String> faultOf(Answer answer, Reason reason) {
        boolean full = Run.current().contract().isFull();
        String code = answer.body().path("error_code").asText();
        if (reason.isMeantBy(answer.status(), full) && reason.isMeantBy(answer.status(), code, full)) {
            return Optional.empty();
        }
        String what = answer.isAccepted() ? "was accepted" : "was refused";
        return Optional.of(answer.operation().id() + " " + what + " with " + answer.status() + " "
                + (answer.isAccepted() ? "" : answer.reason()) + ", where " + reason.expected(full) + " was expected");
    }
}

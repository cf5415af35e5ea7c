package dev.fabrickit.conformance.judgement;

import static dev.fabrickit.conformance.judgement.Claim.must;
import static dev.fabrickit.conformance.judgement.Claim.noFaults;

import dev.fabrickit.conformance.scene.Stage;
import dev.fabrickit.conformance.scene.Tour;
import dev.fabrickit.conformance.wire.Answer;
import java.util.List;
import java.util.Optional;

/** Judges what all operations answered. */
public final class Tours {
    private static final String REQUEST_ID = "X-request-id";
    private static final String INSIDE =
            "(?s).*(\\bat [a-z]+\\.[a-z.]+[A-Z]|[a-z]\\.[A-Z]\\w*Exception|\\bjava\\.|SELECT |INSERT ).*";

    private final Tour tour;
    private final Stage stage;

    public Tours(Tour tour, Stage stage) {
        this.tour = tour;
        this.stage = stage;
    }

    /** Each must refuse for a reason. */
    public void allMustBeRefused(Reason reason) {
        noFaults(tour.answers().stream()
                .map(answer -> Refusal.faultOf(answer, reason))
                .flatMap(Optional::stream)
                .toList());
    }

    /** Each must be accepted. */
    public void allMustBeAccepted() {
        noFaults(tour.answers().stream()
                .filter(answer -> !answer.isAccepted())
                .map(answer -> answer.operation().id() + " was refused with " + answer.status() + " " + answer.reason())
                .toList());
    }

    /** All must be as it was before the tour. */
    public void nothingMustHaveChanged() {
        noFaults(tour.before().changesIn(stage.snapshot(), List.of()));
    }

    /** Each must say in words and by a code why it refuses. */
    public void allMustExplainThemselves() {
        noFaults(tour.answers().stream()
                .filter(answer -> !isExplained(answer))
                .map(answer -> answer.operation().id() + " explains its " + answer.status() + " by " + answer.body())
                .toList());
    }

    private static boolean isExplained(Answer answer) {
        boolean code = answer.body().path("error_code").asText().length() >= 3;
        return code && answer.body().path("error_msg").asText().length() >= 2;
    }

    /** None may show the inside of the service. */
    public void noneMayShowTheInside() {
        noFaults(tour.answers().stream()
                .filter(answer -> answer.body().toString().matches(INSIDE))
                .map(answer -> answer.operation().id() + " shows its inside: " + answer.body())
                .toList());
    }

    /** Each must bear a request id of its own. */
    public void eachMustBearItsRequestId() {
        List<String> ids = tour.answers().stream()
                .map(answer -> answer.header(REQUEST_ID).orElse(""))
                .toList();
        noFaults(tour.answers().stream()
                .filter(answer -> answer.header(REQUEST_ID).isEmpty())
                .map(answer -> answer.operation().id() + " bears no request id")
                .toList());
        must(ids.stream().distinct().count() == ids.size(), "two answers bear one request id: " + ids);
    }
}

package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class WaitingTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SteppedTime time = new SteppedTime();
    private final List<Progress> seen = new ArrayList<>();

    @Test
    void anEndpointIsGivenWhenItRuns() {
        try (HandMadeService service = statuses("CREATING", "CREATING", "RUNNING")) {
            assertThat(waiting(service).awaitRunningEndpoint("w", "e", MINUTE).getName())
                    .isEqualTo("n");

            assertThat(service.everythingAsked())
                    .extracting(asked -> asked.uri().toString())
                    .containsOnly("/v1/workspaces/w/endpoints/e");
        }
        assertThat(seen).extracting(Progress::status).containsExactly("CREATING", "CREATING", "RUNNING");
        assertThat(seen).extracting(Progress::subject).containsOnly("showEndpoint w/e");
        assertThat(seen)
                .extracting(Progress::waited)
                .containsExactly(Duration.ZERO, Duration.ofMillis(200), Duration.ofMillis(500));
    }

    @Test
    void aServiceIsGivenWhenItRuns() {
        try (HandMadeService service = statuses("PENDING", "SOMETHING_NEW", "RUNNING")) {
            assertThat(waiting(service).awaitRunningService("w", "i", MINUTE).getStatus())
                    .isEqualTo("RUNNING");
        }
        assertThat(seen).extracting(Progress::subject).containsOnly("showServiceInstanceDetail w/i");
    }

    @Test
    void pausesGrowUpToFiveSecondsAndEndWithTheTime() {
        try (HandMadeService service = statuses("CREATING")) {
            assertThatExceptionOfType(WaitTimedOutException.class)
                    .isThrownBy(() -> waiting(service).awaitRunningEndpoint("w", "e", MINUTE))
                    .withMessage("showEndpoint w/e still found it CREATING after PT1M")
                    .satisfies(e -> assertThat(e.status()).isEqualTo("CREATING"));
        }
        assertThat(time.pauses().get(0)).isEqualTo(Duration.ofMillis(200));
        assertThat(time.pauses().get(1)).isEqualTo(Duration.ofMillis(300));
        assertThat(time.pauses()).allMatch(pause -> pause.compareTo(Duration.ofSeconds(5)) <= 0);
        assertThat(time.pauses()).contains(Duration.ofSeconds(5));
        assertThat(time.now()).isEqualTo(SteppedTime.BEGIN.plus(MINUTE));
    }

    @Test
    void aFailureIsToldAtOnceWithItsCode() {
        String failed = "{\"status\":\"CREATE_FAILED\",\"error_code\":\"dataartsfabric.1\",\"error_msg\":\"no units\"}";
        try (HandMadeService service = HandMadeService.thatAnswers(200, "application/json", failed)) {
            assertThatExceptionOfType(FailedStateException.class)
                    .isThrownBy(() -> waiting(service).awaitRunningEndpoint("w", "e", MINUTE))
                    .withMessage("showEndpoint w/e found it CREATE_FAILED: dataartsfabric.1: no units")
                    .satisfies(e -> assertThat(e.status()).isEqualTo("CREATE_FAILED"))
                    .satisfies(e -> assertThat(e.errorCode()).isEqualTo("dataartsfabric.1"))
                    .satisfies(e -> assertThat(e.errorMsg()).isEqualTo("no units"));
        }
        assertThat(time.pauses()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"FAILED", "STOPPED", "STOPPING", "DELETING", "DELETED", "INACTIVE", "TRIAL_ENDED", "SUCCEEDED"})
    void whatNeverRunsByItselfIsNotWaitedFor(String status) {
        try (HandMadeService service = statuses(status)) {
            assertThatExceptionOfType(FailedStateException.class)
                    .isThrownBy(() -> waiting(service).awaitRunningService("w", "i", MINUTE))
                    .withMessage("showServiceInstanceDetail w/i found it " + status);
        }
        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void aStateThatIsMissingIsWaitedFor() {
        try (HandMadeService service = HandMadeService.that(new Replies().then(200))) {
            assertThatExceptionOfType(WaitTimedOutException.class)
                    .isThrownBy(() -> waiting(service).awaitRunningEndpoint("w", "e", MINUTE))
                    .withMessageContaining("without a status");
        }
    }

    @Test
    void whatIsGoneIsMissingOrShownAsDeleted() {
        Map<String, String> none = Map.of();
        Replies missing = new Replies()
                .then(200, none, "{\"status\":\"DELETING\"}")
                .then(400, none, "{\"error_code\":\"dataartsfabric.00010009\",\"error_msg\":\"no\"}");
        Replies deleted =
                new Replies().then(200, none, "{\"status\":\"DELETING\"}").then(200, none, "{\"status\":\"DELETED\"}");
        for (Replies replies : new Replies[] {missing, deleted}) {
            try (HandMadeService service = HandMadeService.that(replies)) {
                waiting(service).awaitGoneService("w", "i", MINUTE);
                assertThat(service.everythingAsked()).hasSize(2);
            }
        }
        try (HandMadeService service = HandMadeService.that(new Replies().then(404))) {
            waiting(service).awaitGoneEndpoint("w", "e", MINUTE);
        }
        assertThat(seen)
                .extracting(Progress::status)
                .containsExactly("DELETING", "DELETED", "DELETING", "DELETED", "DELETED");
    }

    @Test
    void aDeletionThatFailsIsToldAtOnce() {
        try (HandMadeService service = statuses("DELETING", "DELETE_FAILED")) {
            assertThatExceptionOfType(FailedStateException.class)
                    .isThrownBy(() -> waiting(service).awaitGoneEndpoint("w", "e", MINUTE));
        }
    }

    @Test
    void whatCannotBeAskedIsThrown() {
        try (HandMadeService service = HandMadeService.that(new Replies().then(403))) {
            assertThatExceptionOfType(ErrorAnswerException.class)
                    .isThrownBy(() -> waiting(service).awaitGoneEndpoint("w", "e", MINUTE));
        }
    }

    private Waiting waiting(HandMadeService service) {
        return service.builder().time(time).build().waiting().reporting(seen::add);
    }

    private static HandMadeService statuses(String... statuses) {
        Replies replies = new Replies();
        for (String status : statuses) {
            replies.then(200, Map.of(), "{\"name\":\"n\",\"status\":\"" + status + "\"}");
        }
        return HandMadeService.that(replies);
    }
}

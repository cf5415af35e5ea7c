package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waiting while the service, or the way to it, has troubles of its own. */
@Timeout(30)
class TroubledWaitingTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Map<String, String> NONE = Map.of();
    private static final String CREATING = "{\"status\":\"CREATING\"}";
    private static final String RUNNING = "{\"status\":\"RUNNING\"}";

    private final SteppedTime time = new SteppedTime();
    private final List<Progress> seen = new ArrayList<>();

    @Test
    void answersThatMayPassAreWaitedThrough() {
        Replies replies = new Replies()
                .then(502)
                .then(200, NONE, CREATING)
                .then(500)
                .then(429)
                .then(200, NONE, RUNNING);
        try (HandMadeService service = HandMadeService.that(replies)) {
            assertThat(waiting(service).awaitRunningEndpoint("w", "e", MINUTE).getStatus())
                    .isEqualTo("RUNNING");
        }
        assertThat(seen)
                .extracting(Progress::status)
                .containsExactly("not to be seen", "CREATING", "not to be seen", "not to be seen", "RUNNING");
    }

    @Test
    void connectionsThatAreLostAreWaitedThrough() {
        AtomicInteger lost = new AtomicInteger();
        Replies replies = new Replies().then(404);
        try (HandMadeService service = HandMadeService.that(exchange -> {
            // The JDK's client asks by itself a second time.
            if (lost.getAndIncrement() < 6) {
                throw new IOException("cut");
            }
            replies.handle(exchange);
        })) {
            waiting(service).awaitGoneService("w", "i", MINUTE);
        }
        assertThat(seen).extracting(Progress::status).contains("not to be seen").endsWith("DELETED");
    }

    @Test
    void theLastFailureIsTheCauseWhenTheTimeIsOver() {
        Replies replies = new Replies().then(200, NONE, CREATING).then(502);
        try (HandMadeService service = HandMadeService.that(replies)) {
            assertThatExceptionOfType(WaitTimedOutException.class)
                    .isThrownBy(() -> waiting(service).awaitRunningEndpoint("w", "e", MINUTE))
                    .withMessage("showEndpoint w/e still found it CREATING after PT1M (request id request-7)")
                    .satisfies(e -> assertThat(e.status()).isEqualTo("CREATING"))
                    .withCauseInstanceOf(ErrorAnswerException.class);
        }
    }

    @Test
    void aSilentServiceDoesNotProlongTheWaiting() {
        CountDownLatch never = new CountDownLatch(1);
        try (HandMadeService service = HandMadeService.that(exchange -> Streams.await(never))) {
            assertThatExceptionOfType(WaitTimedOutException.class)
                    .isThrownBy(() -> service.builder()
                            .requestTimeout(Duration.ofHours(1))
                            .build()
                            .waiting()
                            .awaitRunningService("w", "i", Duration.ofMillis(1)))
                    .satisfies(e -> assertThat(e.status()).isEqualTo("not to be seen"))
                    .withCauseInstanceOf(ConnectionFailedException.class);
            never.countDown();
        }
    }

    @Test
    void thePauseIsTheOneThatTheServiceAsksFor() {
        Replies replies = new Replies().then(429, Map.of("Retry-After", "40")).then(200, NONE, RUNNING);
        try (HandMadeService service = HandMadeService.that(replies)) {
            waiting(service).awaitRunningEndpoint("w", "e", MINUTE);
        }
        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(40));
    }

    @Test
    void anInterruptEndsTheWaiting() {
        try (HandMadeService service = HandMadeService.that(new Replies().then(200, NONE, CREATING))) {
            Waiting waiting = waiting(service);
            Thread.currentThread().interrupt();

            assertThatExceptionOfType(ConnectionFailedException.class)
                    .isThrownBy(() -> waiting.awaitRunningEndpoint("w", "e", MINUTE))
                    .withMessageContaining("was interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aFailureFromBeforeTheDeletionIsWaitedThrough() {
        Replies replies = new Replies()
                .then(200, NONE, "{\"status\":\"CREATE_FAILED\"}")
                .then(200, NONE, "{\"status\":\"DELETING\"}")
                .then(404);
        try (HandMadeService service = HandMadeService.that(replies)) {
            waiting(service).awaitGoneEndpoint("w", "e", MINUTE);
        }
        assertThat(seen).extracting(Progress::status).containsExactly("CREATE_FAILED", "DELETING", "DELETED");
    }

    @Test
    void whatTheReporterThrowsEndsTheWaiting() {
        try (HandMadeService service = HandMadeService.that(new Replies().then(502))) {
            Waiting waiting = waiting(service).reporting(progress -> {
                throw new IllegalStateException("the log is full");
            });

            assertThatIllegalStateException().isThrownBy(() -> waiting.awaitRunningEndpoint("w", "e", MINUTE));
            assertThat(service.everythingAsked()).hasSize(1);
        }
    }

    private Waiting waiting(HandMadeService service) {
        return service.builder().time(time).build().waiting().reporting(seen::add);
    }
}

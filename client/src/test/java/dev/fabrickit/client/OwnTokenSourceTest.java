package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a source of tokens may do, and how callers take it. */
@Timeout(20)
class OwnTokenSourceTest {
    private static final IssuedToken GOOD = new IssuedToken("token", Instant.MAX);

    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @Test
    void aSourceThatFailsIsNamed() {
        IllegalStateException closed = new IllegalStateException("the vault is closed");
        try (HandMadeService service = service()) {
            FabricClient client = client(service, () -> {
                throw closed;
            });

            assertThatExceptionOfType(NoTokenException.class)
                    .isThrownBy(() -> call(client))
                    .withMessage("listWorkspaces was not sent: the source of tokens failed: the vault is closed")
                    .withCause(closed);
            assertThat(catchThrowable(() -> call(client))).isNotSameAs(catchThrowable(() -> call(client)));
        }
    }

    @Test
    void aSourceThatGivesNullIsNamed() {
        try (HandMadeService service = service()) {
            FabricClient client = client(service, () -> null);

            assertThatExceptionOfType(NoTokenException.class)
                    .isThrownBy(() -> call(client))
                    .withMessage("listWorkspaces was not sent: the source of tokens failed: it gave null");
        }
    }

    @Test
    void aSourceThatTakesTooLongIsGivenUpByTheCall() {
        try (HandMadeService service = service()) {
            FabricClient client = service.builder()
                    .credentials(Credentials.tokens(this::late))
                    .requestTimeout(Duration.ofMillis(200))
                    .build();

            assertThatExceptionOfType(NoTokenException.class)
                    .isThrownBy(() -> call(client))
                    .withMessageContaining("there was no token in time");
            mayEnd.countDown();
            await().untilAsserted(() -> call(client));
        }
    }

    @Test
    void aSourceThatUsesItsOwnClientIsTold() {
        AtomicReference<FabricClient> own = new AtomicReference<>();
        try (HandMadeService service = service()) {
            own.set(client(service, () -> {
                call(own.get());
                return GOOD;
            }));

            assertThatExceptionOfType(NoTokenException.class)
                    .isThrownBy(() -> call(own.get()))
                    .withMessageContaining("the source of tokens used the client that it is for");
        }
    }

    @Test
    void anInterruptedCallerLeavesTheRenewalToTheOthers() {
        try (HandMadeService service = service()) {
            FabricClient client = client(service, this::late);
            List<CompletableFuture<Throwable>> failures = new ArrayList<>();
            List<Thread> callers =
                    Stream.generate(() -> caller(client, failures)).limit(5).toList();
            callers.get(0).interrupt();

            assertThat(failures.get(0))
                    .succeedsWithin(Duration.ofSeconds(10))
                    .isInstanceOf(ConnectionFailedException.class);
            mayEnd.countDown();
            assertThat(failures.subList(1, 5))
                    .allSatisfy(other -> assertThat(other)
                            .succeedsWithin(Duration.ofSeconds(10))
                            .isNull());
        }
    }

    /** Starts one, and waits until it waits. */
    private static Thread caller(FabricClient client, List<CompletableFuture<Throwable>> failures) {
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        failures.add(failure);
        Thread caller = new Thread(() -> failure.complete(catchThrowable(() -> call(client))));
        caller.start();
        await().until(() -> caller.getState() == Thread.State.TIMED_WAITING);
        return caller;
    }

    private IssuedToken late() {
        try {
            mayEnd.await();
            return GOOD;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HandMadeService service() {
        return HandMadeService.thatAnswers(200, "application/json", "{}");
    }

    private static FabricClient client(HandMadeService service, TokenSource source) {
        return service.builder().credentials(Credentials.tokens(source)).build();
    }

    private static void call(FabricClient client) {
        client.workspaces().listWorkspaces();
    }
}

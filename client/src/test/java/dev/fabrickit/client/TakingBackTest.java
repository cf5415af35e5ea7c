package dev.fabrickit.client;

import static dev.fabrickit.client.Streams.hello;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fabrickit.server.Stub;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens on the way, nothing that costs stays behind. */
@Timeout(120)
class TakingBackTest {
    private static final Stub STUB = Stub.start();

    private final FabricClient client =
            FabricClient.builder().adminUrl(STUB.uri()).token(STUB.token()).build();

    @AfterEach
    void nothingIsLeft() {
        assertThat(Thread.interrupted()).isFalse();
        assertThat(client.workspaces().listWorkspaces().getTotal()).isZero();
        client.close();
    }

    @AfterAll
    static void stop() {
        STUB.close();
    }

    @Test
    void anInterruptedThreadDeletesAllTheSame() {
        Deployment deployment = new Procedure().walk(client, hello());
        Thread.currentThread().interrupt();
        deployment.close();

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anInterruptAmidTheDeletionsIsSetAgainWhenAllIsGone() {
        Deployment deployment =
                new Procedure().reporting(interruptingOnce("DELETING")).walk(client, hello());
        deployment.close();

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anInterruptOnTheWayEndsItAndWhatWasMadeIsDeleted() {
        Procedure procedure = new Procedure().reporting(interruptingOnce("CREATING"));

        assertThatExceptionOfType(ConnectionFailedException.class)
                .isThrownBy(() -> procedure.walk(client, hello()))
                .withMessageContaining("was interrupted")
                .satisfies(e -> assertThat(e).hasNoSuppressedExceptions());
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatAReporterThrowsOnTheWayEndsIt(Throwable failure) {
        Procedure procedure = new Procedure().reporting(seen -> TakingBackTest.<Error>sneak(failure));

        assertThatExceptionOfType(failure.getClass())
                .isThrownBy(() -> procedure.walk(client, hello()))
                .satisfies(e -> assertThat(e).isSameAs(failure).hasNoSuppressedExceptions());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatAReporterThrowsWhileAllIsDeletedKeepsNothingFromIt(Throwable failure) {
        AtomicBoolean leaving = new AtomicBoolean();
        AtomicBoolean thrown = new AtomicBoolean();
        Deployment deployment = new Procedure()
                .reporting(seen -> {
                    if (leaving.get()) {
                        thrown.set(true);
                        TakingBackTest.<Error>sneak(failure);
                    }
                })
                .walk(client, hello());
        leaving.set(true);
        deployment.close();

        assertThat(thrown).isTrue();
    }

    static Stream<Throwable> failures() {
        return Stream.of(new IllegalStateException("the log is full"), new AssertionError("expected otherwise"));
    }

    private static Consumer<Progress> interruptingOnce(String status) {
        AtomicBoolean done = new AtomicBoolean();
        return seen -> {
            if (seen.status().equals(status) && done.compareAndSet(false, true)) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable failure) throws E {
        throw (E) failure;
    }
}

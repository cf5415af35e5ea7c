package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.fabrickit.client.wrong.RawServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On every Java, what a closed client was doing ends, and it does no more. */
@Timeout(30)
class ClosedClientTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void furtherCallsAreRefused() {
        FabricClient client = builder().build();
        client.close();

        assertThatExceptionOfType(ConnectionFailedException.class)
                .isThrownBy(() -> client.workspaces().listWorkspaces())
                .withMessage("listWorkspaces got no answer: the client is closed");
    }

    @Test
    void furtherTokensAreNotAskedFor() {
        FabricClient client = builder()
                .credentials(Credentials.tokens(() -> new IssuedToken("token", Instant.MAX)))
                .build();
        client.close();

        assertThatExceptionOfType(NoTokenException.class)
                .isThrownBy(() -> client.workspaces().listWorkspaces())
                .withMessage("listWorkspaces was not sent: the client is closed");
    }

    @Test
    void aStreamThatIsReadEnds() {
        try (RawServer server = new RawServer(wire -> {
            wire.request();
            wire.beginStream().chunk("Hello").keepOpen();
        })) {
            FabricClient client = FabricClient.builder().adminUrl(server.uri()).build();
            Iterator<String> texts =
                    client.invokeModelService("w", "i", Streams.hello()).texts().iterator();
            texts.next();

            assertThat(afterClosing(client, texts::hasNext))
                    .isInstanceOf(ConnectionFailedException.class)
                    .hasMessageContaining("lost its answer on the way");
            await().until(server::isIdle);
        }
    }

    @Test
    void aCallThatWaitsForItsAnswerEnds() {
        CountDownLatch asked = new CountDownLatch(1);
        try (RawServer server = new RawServer(wire -> {
            wire.request();
            asked.countDown();
            wire.keepOpen();
        })) {
            FabricClient client = FabricClient.builder().adminUrl(server.uri()).build();

            assertThat(afterClosing(client, () -> client.workspaces().listWorkspaces()))
                    .isInstanceOf(ConnectionFailedException.class)
                    .hasMessageContaining("the client is closed");
            Streams.await(asked);
            await().until(server::isIdle);
        }
    }

    /** What somebody is told whose wait ends by it. */
    private static Throwable afterClosing(FabricClient client, ThrowingCallable waiting) {
        CompletableFuture<Throwable> told = new CompletableFuture<>();
        Thread reader = new Thread(() -> told.complete(catchThrowable(waiting)));
        reader.start();
        await().until(() -> reader.getState() == Thread.State.TIMED_WAITING);
        client.close();
        assertThat(told).succeedsWithin(SOON);
        return told.join();
    }

    private static FabricClientBuilder builder() {
        return FabricClient.builder().adminUrl(URI.create("http://127.0.0.1:1"));
    }
}

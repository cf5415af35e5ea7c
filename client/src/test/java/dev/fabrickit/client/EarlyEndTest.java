package dev.fabrickit.client;

import static dev.fabrickit.client.Streams.await;
import static dev.fabrickit.client.Streams.begin;
import static dev.fabrickit.client.Streams.chunk;
import static dev.fabrickit.client.Streams.hello;
import static dev.fabrickit.client.Streams.invoke;
import static dev.fabrickit.client.Streams.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import dev.fabrickit.client.schema.ChatCompletionChunk;
import dev.fabrickit.client.wrong.RawServer;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a stream ends before its end: closed, given up, interrupted or cut. */
@Timeout(20)
class EarlyEndTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void closingEarlyEndsTheExchange() {
        CompletableFuture<IOException> cancelled = new CompletableFuture<>();
        try (HandMadeService service = HandMadeService.that(exchange -> sendUntilCancelled(exchange, cancelled))) {
            try (ChunkStream answer = invoke(service)) {
                assertThat(answer.iterator().next()).isNotNull();
            }

            assertThat(cancelled).succeedsWithin(SOON);
        }
    }

    @Test
    void closingEarlyEndsTheExchangeWithAServiceThatIsJustSilentToo() {
        try (RawServer service = new RawServer(wire -> {
                    wire.request();
                    wire.beginStream().chunk("Hello").keepOpen();
                });
                FabricClient client =
                        FabricClient.builder().adminUrl(service.uri()).build()) {
            try (ChunkStream answer = client.invokeModelService("w", "i", hello())) {
                assertThat(answer.texts().findFirst()).hasValue("Hello");
                assertThat(service.open()).isEqualTo(1);
            }

            Awaitility.await().until(service::isIdle);
        }
    }

    @Test
    void aServiceThatFallsSilentIsGivenUpAfterTheSilenceTimeout() {
        CountDownLatch never = new CountDownLatch(1);
        try (HandMadeService service = HandMadeService.that(exchange -> {
                    send(begin(exchange), chunk("Hello"));
                    await(never);
                });
                ChunkStream answer = service.builder()
                        .silenceTimeout(Duration.ofMillis(300))
                        .build()
                        .invokeModelService("w", "i", hello())) {
            assertThatExceptionOfType(ConnectionFailedException.class)
                    .isThrownBy(answer::joinedText)
                    .withMessageContaining("lost its answer on the way: nothing came for PT0.3S")
                    .satisfies(e -> assertThat(e.isTimeout()).isTrue());
            never.countDown();
        }
    }

    @Test
    void anInterruptedReaderLeavesTheInterruptSet() {
        CountDownLatch never = new CountDownLatch(1);
        try (HandMadeService service = HandMadeService.that(exchange -> {
                    begin(exchange).flush();
                    await(never);
                });
                ChunkStream answer = invoke(service)) {
            Thread.currentThread().interrupt();

            assertThatExceptionOfType(ConnectionFailedException.class)
                    .isThrownBy(answer::joinedText)
                    .withMessageContaining("lost its answer on the way: interrupted");
            assertThat(Thread.interrupted()).isTrue();
            never.countDown();
        }
    }

    @Test
    void closingFromAnotherThreadEndsTheWaitOfTheReader() {
        CountDownLatch never = new CountDownLatch(1);
        try (HandMadeService service = HandMadeService.that(exchange -> {
            send(begin(exchange), chunk("Hello"));
            await(never);
        })) {
            ChunkStream answer = invoke(service);
            Iterator<ChatCompletionChunk> chunks = answer.iterator();
            chunks.next();
            CompletableFuture<Boolean> more = new CompletableFuture<>();
            Thread reader = new Thread(() -> more.complete(chunks.hasNext()));
            reader.start();
            Awaitility.await().until(() -> reader.getState() == Thread.State.TIMED_WAITING);

            answer.close();

            assertThat(more).succeedsWithin(SOON).isEqualTo(false);
            never.countDown();
        }
    }

    @Test
    void aCutConnectionIsNoEnd() {
        CountDownLatch firstWasRead = new CountDownLatch(1);
        try (HandMadeService service = HandMadeService.that(exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
                    exchange.sendResponseHeaders(200, 10_000);
                    send(exchange.getResponseBody(), chunk("Hello"));
                    await(firstWasRead);
                });
                ChunkStream answer = invoke(service)) {
            Iterator<ChatCompletionChunk> chunks = answer.iterator();
            chunks.next();
            firstWasRead.countDown();

            assertThatExceptionOfType(ConnectionFailedException.class)
                    .isThrownBy(chunks::hasNext)
                    .withMessageContaining("invokeModelService w/i lost its answer on the way");
        }
    }

    private static void sendUntilCancelled(HttpExchange exchange, CompletableFuture<IOException> cancelled)
            throws IOException {
        OutputStream body = begin(exchange);
        try {
            for (int sent = 0; sent < 100_000; sent++) {
                send(body, chunk("on and on"));
            }
        } catch (IOException e) {
            cancelled.complete(e);
        }
    }
}

package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import dev.fabrickit.client.schema.ChatCompletionChunk;
import dev.fabrickit.client.schema.ChatCompletionRequest;
import dev.fabrickit.client.schema.ChatMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class ChunkStreamTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String DONE = "data: [DONE]\n\n";
    private static final String LAST = chunk(".").replace("null", "\"stop\"");

    @Test
    void aChunkIsReadBeforeTheServiceSendsTheNext() {
        CountDownLatch firstWasRead = new CountDownLatch(1);
        try (HandMadeService service = HandMadeService.that(exchange -> {
                    OutputStream body = begin(exchange);
                    send(body, chunk("Hello"));
                    await(firstWasRead);
                    send(body, chunk(" there") + DONE);
                });
                ChunkStream answer = invoke(service)) {
            Iterator<String> texts = answer.texts().iterator();

            assertThat(texts.next()).isEqualTo("Hello");
            firstWasRead.countDown();
            assertThat(texts.next()).isEqualTo(" there");
            assertThat(texts.hasNext()).isFalse();
        }
    }

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
    void theStreamEndsAtDone() {
        try (HandMadeService service = streaming(chunk("Hello") + DONE + chunk(" more"));
                ChunkStream answer = invoke(service)) {
            assertThat(answer.joinedText()).isEqualTo("Hello");
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(answer.iterator()::next);
        }
    }

    @Test
    void theStreamMayEndWithoutDone() {
        try (HandMadeService service = streaming(chunk("Hello") + LAST);
                ChunkStream answer = invoke(service)) {
            assertThat(answer.stream()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStreamThatEndsBeforeItsAnswerIsCut(boolean begun) {
        try (HandMadeService service = streaming(begun ? chunk("Hello") : "");
                ChunkStream answer = invoke(service)) {
            assertThatExceptionOfType(ConnectionFailedException.class)
                    .isThrownBy(answer::joinedText)
                    .withMessageContaining("lost its answer on the way: the stream ended before the answer did");
        }
    }

    @Test
    void aLaterIteratorGoesOnWhereTheFirstStopped() {
        try (HandMadeService service = streaming(chunk("one") + chunk("two") + chunk("three") + DONE);
                ChunkStream answer = invoke(service)) {
            assertThat(answer.iterator().hasNext()).isTrue();
            answer.iterator().next();

            assertThat(answer.joinedText()).isEqualTo("twothree");
        }
    }

    @Test
    void textsAreThoseOfTheFirstChoice() {
        String second = chunk("no").replace("\"index\":0", "\"index\":1");
        String role = chunk("").replace("\"content\":\"\"", "\"role\":\"assistant\"");
        String usage = "data: {\"id\":\"c\",\"choices\":[]}\n\n";
        try (HandMadeService service = streaming(role + chunk("Hello") + second + chunk(" there") + usage + DONE);
                ChunkStream answer = invoke(service)) {
            assertThat(answer.texts()).containsExactly("Hello", " there");
        }
    }

    @Test
    void anErrorWithinTheStreamIsThrownAfterTheChunksBeforeIt() {
        String error = "data: {\"error_code\":\"common.00000500\",\"error_msg\":\"the engine failed\"}\n\n";
        try (HandMadeService service = streaming(chunk("Hello") + error);
                ChunkStream answer = invoke(service)) {
            Iterator<ChatCompletionChunk> chunks = answer.iterator();
            chunks.next();

            assertThatExceptionOfType(StreamFailedException.class)
                    .isThrownBy(chunks::next)
                    .withMessage("invokeModelService w/i failed within its stream: common.00000500: the engine failed"
                            + " (request id request-7)")
                    .satisfies(e -> assertThat(e.errorCode()).isEqualTo("common.00000500"))
                    .satisfies(e -> assertThat(e.errorMsg()).isEqualTo("the engine failed"));
            assertThat(chunks.hasNext()).isFalse();
        }
    }

    @Test
    void anEventThatIsNeitherChunkNorErrorIsUnreadable() {
        for (String data : new String[] {"{\"id\":\"c\"}", "{\"id\":", "null", "[]", "Hello", ""}) {
            try (HandMadeService service = streaming("data: " + data + "\n\n");
                    ChunkStream answer = invoke(service)) {
                assertThatExceptionOfType(UnreadableAnswerException.class)
                        .as(data)
                        .isThrownBy(answer::joinedText)
                        .withMessageContaining("invokeModelService")
                        .withMessageContaining("request-7");
            }
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

    @Test
    void anotherMediaTypeIsNoStream() {
        try (HandMadeService service = HandMadeService.thatAnswers(200, "text/html", "<html>")) {
            assertThatExceptionOfType(UnreadableAnswerException.class)
                    .isThrownBy(() -> invoke(service))
                    .withMessageContaining("invokeModelService w/i was answered \"text/html\" instead of a stream");
        }
    }

    @Test
    void aRequestForAWholeAnswerIsRefused() {
        try (HandMadeService service = streaming("")) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> service.client().invokeModelService("w", "i", hello().stream(false)));
        }
    }

    private static ChunkStream invoke(HandMadeService service) {
        return service.client().invokeModelService("w", "i", hello());
    }

    private static ChatCompletionRequest hello() {
        return new ChatCompletionRequest()
                .addMessagesItem(
                        new ChatMessage().role(ChatMessage.RoleEnum.USER).content("hello"));
    }

    private static HandMadeService streaming(String events) {
        return HandMadeService.thatAnswers(200, "text/event-stream; charset=utf-8", events);
    }

    private static String chunk(String text) {
        return "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":"
                + "[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"},\"finish_reason\":null}]}\n\n";
    }

    private static OutputStream begin(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    private static void send(OutputStream body, String events) throws IOException {
        body.write(events.getBytes(StandardCharsets.UTF_8));
        body.flush();
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

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.fabrickit.client;

import static dev.fabrickit.client.Streams.await;
import static dev.fabrickit.client.Streams.begin;
import static dev.fabrickit.client.Streams.chunk;
import static dev.fabrickit.client.Streams.hello;
import static dev.fabrickit.client.Streams.invoke;
import static dev.fabrickit.client.Streams.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fabrickit.client.schema.ChatCompletionChunk;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class ChunkStreamTest {
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
    void unknownFieldsOfAChunkAreKept() {
        String chunk = "data: {\"id\":\"c\",\"queue\":{\"length\":3},\"choices\":[]}\n\n";
        try (HandMadeService service = streaming(chunk + DONE);
                ChunkStream answer = invoke(service)) {
            assertThat(answer.iterator().next().getUnknownFields()).isEqualTo(Map.of("queue", Map.of("length", 3)));
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

    private static HandMadeService streaming(String events) {
        return HandMadeService.thatAnswers(200, "text/event-stream; charset=utf-8", events);
    }
}

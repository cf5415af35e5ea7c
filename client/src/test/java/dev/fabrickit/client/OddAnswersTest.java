package dev.fabrickit.client;

import static dev.fabrickit.client.Streams.chunk;
import static dev.fabrickit.client.Streams.invoke;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fabrickit.client.wrong.RawServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers beside the contract whose meaning is clear all the same. */
@Timeout(20)
class OddAnswersTest {
    private static final String JSON = "application/json";
    private static final String EVENTS = "text/event-stream";

    @Test
    void anErrorWithoutACodeIsTold() {
        try (HandMadeService service = HandMadeService.thatAnswers(400, JSON, "{\"error_msg\":\"too short\"}")) {
            assertThatExceptionOfType(ErrorAnswerException.class)
                    .isThrownBy(() -> service.client().workspaces().listWorkspaces())
                    .withMessage("listWorkspaces was answered 400 too short (request id request-7)");
        }
    }

    @Test
    void whereARedirectionLeadsIsTold() {
        Replies replies = new Replies().then(307, Map.of("Location", "http://elsewhere/v1?signature=s"));
        try (HandMadeService service = HandMadeService.that(replies)) {
            assertThatExceptionOfType(ErrorAnswerException.class)
                    .isThrownBy(() -> service.client().workspaces().listWorkspaces())
                    .withMessageContaining("was answered 307 and sent to http://elsewhere/v1 (");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"message\":\"too long\",\"type\":\"server_error\",\"code\":null}}",
                "{\"id\":\"c\",\"choices\":[],\"error_code\":\"F.1\",\"error_msg\":\"too long\"}"
            })
    void anErrorWithinAStreamIsTold(String error) {
        try (HandMadeService service =
                        HandMadeService.thatAnswers(200, EVENTS, chunk("Hello") + "data: " + error + "\n\n");
                ChunkStream answer = invoke(service)) {
            assertThatExceptionOfType(StreamFailedException.class)
                    .isThrownBy(answer::joinedText)
                    .withMessageContaining("failed within its stream: ")
                    .satisfies(e -> assertThat(e.errorMsg()).isEqualTo("too long"));
        }
    }

    @Test
    void anErrorInThePlaceOfAStreamIsTold() {
        String error = "{\"error_code\":\"F.1\",\"error_msg\":\"too long\"}";
        try (HandMadeService service = HandMadeService.thatAnswers(200, JSON, error)) {
            assertThatExceptionOfType(ErrorAnswerException.class)
                    .isThrownBy(() -> invoke(service))
                    .withMessageContaining("was answered 200 F.1: too long");
        }
    }

    @ParameterizedTest
    @CsvSource({"text/html,<html>Log in", "application/json,Log in"})
    void aPortalsPageIsNoDeletion(String mediaType, String body) {
        try (HandMadeService service = HandMadeService.thatAnswers(200, mediaType, body)) {
            assertThatExceptionOfType(UnreadableAnswerException.class)
                    .isThrownBy(() -> service.client().workspaces().deleteWorkspace("w"))
                    .withMessageContaining("was answered \"" + mediaType + "\" where no body is promised");
        }
    }

    @Test
    void anErrorInThePlaceOfNothingIsNoDeletion() {
        try (HandMadeService service = HandMadeService.thatAnswers(200, JSON, "{\"error_code\":\"F.1\"}")) {
            assertThatExceptionOfType(ErrorAnswerException.class)
                    .isThrownBy(() -> service.client().workspaces().deleteWorkspace("w"))
                    .satisfies(e -> assertThat(e.errorCode()).isEqualTo("F.1"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "{}", "{\"id\":\"w\"}", "null"})
    void jsonThatIsNoErrorMayStandInThePlaceOfNothing(String body) {
        try (HandMadeService service = HandMadeService.thatAnswers(200, JSON, body)) {
            assertThatCode(() -> service.client().workspaces().deleteWorkspace("w"))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aChoiceWithoutAnIndexIsTheFirst() {
        String first = chunk("Hello").replace("\"index\":0,", "");
        String last = chunk(" there").replace("null", "\"stop\"");
        try (HandMadeService service = HandMadeService.thatAnswers(200, EVENTS, first + last);
                ChunkStream answer = invoke(service)) {
            assertThat(answer.joinedText()).isEqualTo("Hello there");
        }
    }

    @Test
    void aBlankMayFollowTheLastWord() {
        try (HandMadeService service = HandMadeService.thatAnswers(200, EVENTS, chunk("Hello") + "data: [DONE] \n\n");
                ChunkStream answer = invoke(service)) {
            assertThat(answer.joinedText()).isEqualTo("Hello");
        }
    }

    @Test
    void aStreamIsCutWhenOneOfItsChoicesNeverBegan() {
        String one = chunk(".").replace("null", "\"stop\"");
        try (HandMadeService service = HandMadeService.thatAnswers(200, EVENTS, one);
                ChunkStream answer = service.client()
                        .invokeModelService("w", "i", Streams.hello().n(2))) {
            assertThatExceptionOfType(ConnectionFailedException.class)
                    .isThrownBy(answer::joinedText)
                    .withMessageContaining("the stream ended before the answer did");
        }
    }

    @Test
    void aStreamThatNobodyAskedForMustBeThereInTheTimeOfTheRequest() {
        try (RawServer server = new RawServer(wire -> {
                    wire.request();
                    wire.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n")
                            .drip(":\n");
                });
                FabricClient client = FabricClient.builder()
                        .adminUrl(server.uri())
                        .retries(Retries.NONE)
                        .requestTimeout(Duration.ofMillis(300))
                        .build()) {
            assertThatExceptionOfType(ConnectionFailedException.class)
                    .isThrownBy(() -> client.endpoints().showEndpoint("w", "e"))
                    .satisfies(e -> assertThat(e.isTimeout()).isTrue());
        }
    }

    @Test
    void mediaTypesHaveNoCase() {
        try (RawServer server = new RawServer(wire -> {
                    wire.request();
                    wire.send("HTTP/1.1 200 OK\r\nContent-Type: Text/Event-Stream\r\n\r\n")
                            .keepOpen();
                });
                FabricClient client = FabricClient.builder()
                        .adminUrl(server.uri())
                        .silenceTimeout(Duration.ofMillis(300))
                        .build();
                ChunkStream answer = client.invokeModelService("w", "i", Streams.hello())) {
            assertThatExceptionOfType(ConnectionFailedException.class)
                    .isThrownBy(answer::joinedText)
                    .withMessageContaining("nothing came for PT0.3S");
        }
    }
}

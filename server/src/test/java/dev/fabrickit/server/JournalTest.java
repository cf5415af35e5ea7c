package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the journal notes of requests that never reach what they ask for. */
class JournalTest {
    @RegisterExtension
    static final StubDriver STUB = new StubDriver().with("fabrickit.control", true);

    private final Sender sender = STUB.sender();

    @AfterEach
    void reset() {
        sender.send("POST", "/_fabrickit/reset", null).mustBe(204);
    }

    private List<JsonNode> noted() {
        return StreamSupport.stream(
                        sender.get("/_fabrickit/journal").mustBe(200).json().spliterator(), false)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            GET   | /v1/specs      | {"kind":"status","status":503} | 503
            GET   | /v1/specs      | {"kind":"flood"}               | 400
            GET   | /v1/specs      | no JSON                        | 400
            GET   | /v1/nowhere    | ~~                             | 404
            GET   | /nowhere       | ~~                             | 404
            PATCH | /v1/specs      | ~~                             | 405
            GET   | /v1/specs?a=%zz| ~~                             | 400
            """)
    void whatIsRefusedIsNotedWithItsStatus(String method, String target, String fault, int status) {
        RawRequest request = RawRequest.of(method, target)
                .header("X-Auth-Token", Stub.DEVELOPMENT_TOKEN)
                .header("X-Fabrickit-Fault", fault);

        String answer = sender.raw((fault.isEmpty() ? request.without("X-Fabrickit-Fault") : request).text());

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(noted()).singleElement().satisfies(entry -> {
            assertThat(entry.get("method").textValue()).isEqualTo(method);
            assertThat(entry.get("uri").textValue()).isEqualTo(target);
            assertThat(entry.get("status").intValue()).isEqualTo(status);
            assertThat(answer)
                    .contains("X-request-id: " + entry.get("requestId").textValue());
        });
    }

    @Test
    void whatIsNoHttpIsNotedAsWell() {
        assertThat(sender.raw("GET /v1/specs HTTP/1.1\r\nHost: x\r\n broken\r\nContent-Length: x\r\n\r\n"))
                .startsWith("HTTP/1.1 400");

        assertThat(noted())
                .singleElement()
                .satisfies(entry -> assertThat(entry.get("status").intValue()).isEqualTo(400));
    }

    @Test
    void aRequestThatGotNoAnswerHasNoStatus() {
        RawRequest request = RawRequest.of("GET", "/v1/specs?cut=1")
                .header("X-Auth-Token", Stub.DEVELOPMENT_TOKEN)
                .header("X-Fabrickit-Fault", "{\"kind\":\"cut\"}");

        assertThat(sender.raw(request.text())).isEmpty();

        await().untilAsserted(() -> assertThat(noted()).hasSize(1));
        assertThat(noted()).singleElement().satisfies(entry -> {
            assertThat(entry.get("uri").textValue()).isEqualTo("/v1/specs?cut=1");
            assertThat(entry.has("status")).isFalse();
        });
    }

    @Test
    void whatWatchesTheStubIsNotNoted() {
        List.of("/health", "/prometheus", "/openapi.yaml", "/_fabrickit/clock")
                .forEach(path -> sender.get(path).mustBe(200));

        assertThat(noted()).isEmpty();
    }
}

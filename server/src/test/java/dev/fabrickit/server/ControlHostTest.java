package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Under which names the control paths answer: a page whose name leads to this machine must not reach them. */
class ControlHostTest {
    @RegisterExtension
    static final StubDriver STUB = new StubDriver().with("fabrickit.control", true);

    private static RawRequest clock() {
        return RawRequest.of("GET", "/_fabrickit/clock");
    }

    private static String answer(RawRequest request) {
        return STUB.sender().raw(request.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:18432",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "128.0.0.1",
                "192.168.0.1",
                "[2001:db8::1]:80",
                "a@evil.example",
                "evil.example/localhost",
                "0x7f000001",
                ""
            })
    void anotherNameIsRefused(String host) {
        String answer = answer(clock().header("Host", host)
                .header("Origin", "http://" + host)
                .method("POST")
                .target("/_fabrickit/reset"));

        assertThat(answer).startsWith("HTTP/1.1 4").contains("\"error_code\":").doesNotContain("java");
    }

    @Test
    void theRefusalSaysWhichNamesAreTaken() {
        assertThat(answer(clock().header("Host", "evil.example")))
                .startsWith("HTTP/1.1 400")
                .contains(
                        "the header Host must be localhost, a loopback address or the address that the stub is bound to");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost:80", "127.0.0.1", "127.1.2.3:8080", "[::1]", "[::1]:8080"})
    void aNameOfThisMachineIsTaken(String host) {
        assertThat(answer(clock().header("Host", host))).startsWith("HTTP/1.1 200");
    }

    @Test
    void theAddressBoundToIsTaken() {
        try (Stub open = Stub.start(Map.of(
                "fabrickit.control", true,
                "micronaut.server.host", "0.0.0.0",
                "fabrickit.accounts.development.enabled", false))) {
            Sender sender =
                    new Sender(URI.create("http://127.0.0.1:" + open.uri().getPort()), null);

            assertThat(sender.raw(clock().header("Host", "0.0.0.0:80").text())).startsWith("HTTP/1.1 200");
            assertThat(sender.raw(clock().header("Host", "0.0.0.1").text())).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void theServiceItselfAnswersUnderAnyName() {
        assertThat(answer(RawRequest.of("GET", "/healthcheck").header("Host", "stub.example")))
                .startsWith("HTTP/1.1 200");
    }
}

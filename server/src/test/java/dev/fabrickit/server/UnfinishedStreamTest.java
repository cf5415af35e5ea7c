package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.server.invocation.ScriptedEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Answers that do not come to their end: one that goes on for ever, and one that fails on its way. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UnfinishedStreamTest {
    private static volatile Publisher<String> script = Flux.empty();

    @RegisterExtension
    static final StubDriver STUB = new StubDriver()
            .with(ScriptedEngine.SETTING, (Supplier<Publisher<String>>) () -> script)
            .with("logger.levels.dev.fabrickit.server.invocation", "OFF")
            .with("logger.levels.io.micronaut.http.server", "OFF");

    private static String path;

    @BeforeAll
    static void deploy() {
        Sandbox sandbox = STUB.sandbox();
        String endpoint = sandbox.createEndpoint("one", 0, 1).id();
        path = sandbox.service(
                        sandbox.deploy(sandbox.createModel().id(), endpoint).id())
                + "/invocations";
    }

    @Test
    void aPieceIsReadBeforeTheNextOneExistsAndLeavingEndsTheAnswer() throws Exception {
        CountDownLatch cancelled = new CountDownLatch(1);
        script = Flux.concat(Flux.just("first"), Flux.never()).doOnCancel(cancelled::countDown);

        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                STUB.sender().open(path, Example.tutorial("invokeModelService")), StandardCharsets.UTF_8))) {
            assertThat(nextEvent(lines)).contains("\"role\":\"assistant\"");
            assertThat(nextEvent(lines)).contains("\"content\":\"first\"");
            assertThat(cancelled.getCount()).isOne();
        }

        assertThat(cancelled.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private static String nextEvent(BufferedReader lines) throws IOException {
        String event = lines.readLine();
        assertThat(lines.readLine()).isEmpty();
        return event;
    }

    @Test
    void anAnswerThatFailsOnItsWayEndsWithAnErrorAndNotWithDone() {
        script = Flux.concat(Flux.just("first"), Flux.error(new IllegalStateException("SELECT secret")));

        String body = STUB.sender()
                .post(path, Example.tutorial("invokeModelService"))
                .mustBe(200)
                .body();

        assertThat(body)
                .contains("\"content\":\"first\"")
                .endsWith(
                        "data: {\"error_code\":\"common.00000500\",\"error_msg\":\"the answer failed on its way\"}\n\n")
                .doesNotContain("[DONE]", "secret", "IllegalState");
    }

    @Test
    void aWholeAnswerThatFailsIsAnErrorThatTellsNothingOfTheInside() {
        script = Flux.error(new IllegalStateException("SELECT secret"));

        Answer answer = STUB.sender()
                .post(path, Example.tutorial("invokeModelService").put("stream", false))
                .mustBeError(500, "common.00000500");

        assertThat(answer.body()).doesNotContain("secret");
    }
}

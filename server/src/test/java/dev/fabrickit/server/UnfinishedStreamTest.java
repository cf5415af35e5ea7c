package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fabrickit.server.invocation.ScriptedEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

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

    @Test
    void aSilentAnswerSaysThatItIsAliveAndGoesOn() throws Exception {
        Sinks.One<String> late = Sinks.one();
        script = late.asMono();

        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                STUB.sender().open(path, Example.tutorial("invokeModelService")), StandardCharsets.UTF_8))) {
            assertThat(nextEvent(lines)).contains("\"role\":\"assistant\"");
            STUB.clock().advance(Duration.ofSeconds(15));
            assertThat(nextEvent(lines)).isEqualTo(": keep-alive");
            STUB.clock().advance(Duration.ofSeconds(15));
            assertThat(nextEvent(lines)).isEqualTo(": keep-alive");
            late.tryEmitValue("late");
            assertThat(nextEvent(lines)).contains("\"content\":\"late\"");
        }
    }

    @Test
    void aReaderWhoDoesNotReadStopsTheEngine() throws Exception {
        String text = "x".repeat(10_000);
        AtomicInteger made = new AtomicInteger();
        script = Flux.<String>generate(sink -> sink.next(text)).doOnNext(piece -> made.incrementAndGet());

        try (InputStream answer = STUB.sender().open(path, Example.tutorial("invokeModelService"))) {
            int stoppedAt = await().during(Duration.ofMillis(500)).until(made::get, unchanged());
            assertThat(stoppedAt).isLessThan(2_000);
            answer.readNBytes(text.length() * stoppedAt);
            await().untilAsserted(() -> assertThat(made.get()).isGreaterThan(stoppedAt));
        }
    }

    @Test
    void aWholeAnswerEndsWhenItsCallerLeaves() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        script = Flux.<String>never().doOnSubscribe(answer -> begun.countDown()).doOnCancel(cancelled::countDown);
        String body =
                Example.tutorial("invokeModelService").put("stream", false).toString();

        try (Socket caller = new Socket(STUB.uri().getHost(), STUB.uri().getPort())) {
            String request = RawRequest.of("POST", path, body)
                    .header("X-Auth-Token", Stub.DEVELOPMENT_TOKEN)
                    .text();
            caller.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(cancelled.await(20, TimeUnit.SECONDS)).isTrue();
    }

    /** Whether it was the same when it was last asked for. */
    private static Predicate<Integer> unchanged() {
        AtomicInteger last = new AtomicInteger(-1);
        return now -> last.getAndSet(now) == now;
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

package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.invocation.ScriptedEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Load on one inference service, as its callers and those who watch it see it: one slot for each unit, one place in the queue. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UnitsTest {
    /** Says two words, and ends when told to. */
    private static volatile Sinks.Empty<String> end = Sinks.empty();

    @RegisterExtension
    static final StubDriver STUB = new StubDriver()
            .with(ScriptedEngine.SETTING, (Supplier<Publisher<String>>) UnitsTest::answer)
            .with("fabrickit.control", true)
            .with("fabrickit.units.slots", 1)
            .with("fabrickit.units.queue", 1)
            .with("fabrickit.units.cold-start", "5s")
            .with("fabrickit.units.retry-after", "1500ms");

    private final List<CompletableFuture<Answer>> calls = new ArrayList<>();
    private Sandbox sandbox;
    private String service;

    private static Publisher<String> answer() {
        return Flux.concat(Flux.just("one", " two"), end.asMono());
    }

    @BeforeEach
    void deploy() {
        end = Sinks.empty();
        sandbox = STUB.sandbox();
        String endpoint = sandbox.createEndpoint("one", 0, 10).id();
        service = sandbox.deploy(sandbox.createModel().id(), endpoint, 1, 1).id();
    }

    @AfterEach
    void endAll() {
        end.tryEmitEmpty();
        calls.forEach(CompletableFuture::join);
    }

    private void call(boolean streamed) {
        calls.add(CompletableFuture.supplyAsync(
                () -> STUB.sender()
                        .post(
                                sandbox.service(service) + "/invocations",
                                Example.tutorial("invokeModelService").put("stream", streamed)),
                task -> new Thread(task).start()));
    }

    private void awaitMetric(String name, double value) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(metric(name))
                        .as(() -> name + " among " + metrics().toList())
                        .isEqualTo(value));
    }

    /** The sample of this service, -1 when there is none. */
    private double metric(String name, String... labels) {
        return metrics()
                .filter(line -> line.startsWith(name + "{"))
                .filter(line -> List.of(labels).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElse(-1);
    }

    private Stream<String> metrics() {
        return STUB.sender().get("/prometheus").mustBe(200).body().lines().filter(line -> line.contains(service));
    }

    private void fill(boolean streamed) {
        call(streamed);
        awaitMetric("vllm:num_requests_running", 1);
        call(streamed);
        awaitMetric("vllm:num_requests_waiting", 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoComesToAFullQueueIsToldWhenToComeAgainAndTheOthersAreServed(boolean streamed) {
        fill(streamed);

        Answer refused = STUB.sender()
                .post(
                        sandbox.service(service) + "/invocations",
                        Example.tutorial("invokeModelService").put("stream", streamed))
                .mustBe(ErrorCode.QUEUE_FULL);
        end.tryEmitEmpty();

        assertThat(refused.headers().allValues("Retry-After")).containsExactly("2");
        assertThat(calls).allSatisfy(call -> call.join().mustBe(200));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoWaitsForADeletedServiceIsRefused(boolean streamed) {
        fill(streamed);

        STUB.sender().delete(sandbox.service(service)).mustBe(202);

        calls.get(1).join().mustBe(ErrorCode.NOT_READY);
        assertThat(calls.get(0)).isNotDone();
        assertThat(metrics()).isEmpty();
    }

    @Test
    void aStubMadeAsNewRefusesWhoWaitsAndForgetsWhatItMeasured() {
        fill(true);

        STUB.sender().send("POST", "/_fabrickit/reset", null).mustBe(204);
        STUB.clock().stop();

        calls.get(1).join().mustBe(ErrorCode.NOT_READY);
        assertThat(metrics()).isEmpty();
    }

    @Test
    void aServiceThatIsWidenedServesWhoWaitsOnceTheUnitHasStarted() {
        fill(false);

        STUB.sender()
                .put(
                        sandbox.service(service),
                        Map.of(
                                "config",
                                Map.of("model_instance_config", Map.of("resource", Map.of("min", 1, "max", 2)))))
                .mustBe(202);
        STUB.clock().advance(Duration.ofSeconds(5));

        awaitMetric("vllm:num_requests_running", 2);
        assertThat(metric("vllm:num_requests_waiting")).isZero();
        assertThat(metric("fabrickit_units_running")).isEqualTo(2);
    }

    @Test
    void anAnswerIsMeasuredUnderTheNamesOfVllm() {
        call(true);
        awaitMetric("vllm:inter_token_latency_seconds_count", 1);
        assertThat(metric("vllm:e2e_request_latency_seconds_count")).isZero();
        end.tryEmitEmpty();
        calls.get(0).join();

        awaitMetric("vllm:e2e_request_latency_seconds_count", 1);
        assertThat(metric("vllm:time_to_first_token_seconds_bucket", "le=\"0.001\""))
                .isOne();
        assertThat(metric("vllm:inter_token_latency_seconds_bucket", "le=\"0.01\""))
                .isOne();
        assertThat(metric("vllm:prompt_tokens_total")).isZero();
        assertThat(metric("vllm:generation_tokens_total")).isZero();
        assertThat(metric("vllm:request_success_total", "finished_reason=\"stop\""))
                .isOne();
        assertThat(metric("vllm:num_requests_running", "model_name=\"")).isZero();
    }
}

package dev.fabrickit.server.invocation.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.server.StubClock;
import dev.fabrickit.server.Timers;
import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.inferenceservice.Units;
import dev.fabrickit.server.invocation.engine.FinishReason;
import dev.fabrickit.server.invocation.engine.Piece;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerMeterTest {
    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final StubClock clock = new StubClock();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private ServiceMeters meters;
    private AnswerMeter answer;

    @BeforeEach
    void begin() {
        clock.stop();
        UnitSettings settings = new UnitSettings(1, 1, Duration.ZERO, Duration.ZERO, Duration.ZERO);
        Pool pool = new Pool(new Units("mu", 1, 1), settings, new Timers(clock, loops), clock);
        meters = new ServiceMeters(registry, clock, "model", "service", pool);
        answer = meters.begin();
    }

    @AfterEach
    void close() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private void after(int millis, Piece piece) {
        clock.advance(Duration.ofMillis(millis));
        answer.doOnNext(piece);
    }

    @Test
    void timeRunsFromTheArrivalToTheFirstTokenThenWithinEachChoiceAndToTheEnd() {
        after(70, new Piece.Role(0));
        after(30, new Piece.Text(0, "a"));
        after(5, new Piece.Text(1, "b"));
        after(15, new Piece.Text(0, "c"));
        after(45, new Piece.Arguments(1, 0, "{}"));
        after(35, new Piece.Finish(0, FinishReason.STOP));
        answer.doOnComplete();

        assertThat(times("vllm:time_to_first_token")).isEqualTo("1 of 100");
        assertThat(times("vllm:inter_token_latency")).isEqualTo("2 of 80");
        assertThat(times("vllm:e2e_request_latency")).isEqualTo("1 of 200");
    }

    @Test
    void aClockThatGoesBackMakesNoTimeNegative() {
        clock.advance(Duration.ofSeconds(-60));
        after(0, new Piece.Text(0, "a"));
        clock.advance(Duration.ofSeconds(-60));
        after(0, new Piece.Text(0, "b"));
        answer.doOnComplete();

        assertThat(times("vllm:time_to_first_token")).isEqualTo("1 of 0");
        assertThat(times("vllm:inter_token_latency")).isEqualTo("1 of 0");
        assertThat(times("vllm:e2e_request_latency")).isEqualTo("1 of 0");
    }

    private String times(String name) {
        Timer timer = registry.get(name).timer();
        return timer.count() + " of " + (long) timer.totalTime(TimeUnit.MILLISECONDS);
    }

    @Test
    void tokensAndTheReasonOfTheEndAreCounted() {
        after(0, new Piece.Finish(0, FinishReason.TOOL_CALLS));
        after(0, new Piece.Tokens(7, 3));
        answer.doOnComplete();

        assertThat(registry.get("vllm:prompt_tokens").counter().count()).isEqualTo(7);
        assertThat(registry.get("vllm:generation_tokens").counter().count()).isEqualTo(3);
        assertThat(ended("tool_calls")).isOne();
    }

    @Test
    void whoLeavesAndWhatFailsIsCountedButNotWhoWasRefused() {
        answer.doOnCancel();
        answer = meters.begin();
        answer.doOnError(new Refusal(ErrorCode.QUEUE_FULL, "full"));
        answer = meters.begin();
        after(0, new Piece.Role(0));
        answer.doOnError(new IllegalStateException());

        assertThat(ended("abort")).isOne();
        assertThat(ended("error")).isOne();
        assertThat(registry.get("vllm:e2e_request_latency").timer().count()).isZero();
    }

    private double ended(String reason) {
        return registry.get("vllm:request_success")
                .tag("finished_reason", reason)
                .counter()
                .count();
    }

    @Test
    void nothingIsLeftOfAServiceThatIsGone() {
        meters.remove();

        assertThat(registry.getMeters()).isEmpty();
    }
}

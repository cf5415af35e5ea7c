package dev.fabrickit.server.invocation.serving;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What is measured of one inference service, under the names that vLLM made known and with its buckets. */
final class ServiceMeters {
    static final String LEFT = "abort";
    static final String FAILED = "error";

    private static final Duration[] UNTIL_FIRST = seconds(
            0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 40, 80, 160);
    private static final Duration[] BETWEEN =
            seconds(0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 40, 80);
    private static final Duration[] WHOLE =
            seconds(0.3, 0.5, 0.8, 1, 1.5, 2, 2.5, 5, 10, 15, 20, 30, 40, 50, 60, 120, 240, 480, 960, 1920, 7680);

    private final MeterRegistry registry;
    private final Clock clock;
    private final Tags tags;
    private final List<Meter> all = new ArrayList<>();
    private final Timer untilFirst;
    private final Timer between;
    private final Timer whole;
    private final Counter promptTokens;
    private final Counter generatedTokens;
    private final Map<String, Counter> ends;

    ServiceMeters(MeterRegistry registry, Clock clock, String model, String service, Pool pool) {
        this.registry = registry;
        this.clock = clock;
        // The model is what the chunks call it.
        this.tags = Tags.of("model_name", model, "service_id", service);
        untilFirst = timer("vllm:time_to_first_token", "From the arrival of a request to its first token", UNTIL_FIRST);
        between = timer("vllm:inter_token_latency", "Between two tokens of a choice", BETWEEN);
        whole = timer("vllm:e2e_request_latency", "From the arrival of a request to the end of its answer", WHOLE);
        promptTokens = counter("vllm:prompt_tokens", "Tokens of the requests answered", Tags.empty());
        generatedTokens = counter("vllm:generation_tokens", "Tokens of the answers", Tags.empty());
        ends = Stream.of("stop", "length", "tool_calls", "content_filter", LEFT, FAILED)
                .collect(Collectors.toMap(
                        Function.identity(),
                        reason -> counter(
                                "vllm:request_success",
                                "Answers by how they ended",
                                Tags.of("finished_reason", reason))));
        gauge("vllm:num_requests_running", "Answers under way", pool, Pool::running);
        gauge("vllm:num_requests_waiting", "Requests that wait for a slot", pool, Pool::waiting);
        gauge("fabrickit.units.running", "Units that run", pool, Pool::units);
    }

    private static Duration[] seconds(double... bounds) {
        return DoubleStream.of(bounds)
                .mapToObj(bound -> Duration.ofMillis(Math.round(bound * 1000)))
                .toArray(Duration[]::new);
    }

    private Timer timer(String name, String description, Duration... bounds) {
        return kept(Timer.builder(name)
                .description(description)
                .tags(tags)
                .serviceLevelObjectives(bounds)
                .register(registry));
    }

    private Counter counter(String name, String description, Tags more) {
        return kept(Counter.builder(name)
                .description(description)
                .tags(tags.and(more))
                .register(registry));
    }

    private void gauge(String name, String description, Pool pool, ToIntFunction<Pool> value) {
        kept(Gauge.builder(name, pool, value::applyAsInt)
                .description(description)
                .tags(tags)
                .strongReference(true)
                .register(registry));
    }

    private <M extends Meter> M kept(M meter) {
        all.add(meter);
        return meter;
    }

    /** Measures one answer that is asked for now. */
    AnswerMeter begin() {
        return new AnswerMeter(this, clock);
    }

    void first(Duration after) {
        record(untilFirst, after);
    }

    void next(Duration after) {
        record(between, after);
    }

    void tokens(int prompt, int generated) {
        promptTokens.increment(prompt);
        generatedTokens.increment(generated);
    }

    void ended(String how) {
        ends.getOrDefault(how, ends.get(FAILED)).increment();
    }

    void completed(Duration after) {
        record(whole, after);
    }

    /** A clock that is put back makes no time negative. */
    private static void record(Timer timer, Duration time) {
        timer.record(time.isNegative() ? Duration.ZERO : time);
    }

    /** What is measured after this is forgotten. */
    void remove() {
        all.forEach(registry::remove);
    }
}

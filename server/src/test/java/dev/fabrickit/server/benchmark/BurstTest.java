package dev.fabrickit.server.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.server.Deployment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an answer of 64 events that need not be waited for costs, beside the least that Netty can do for the same bytes. */
@Tag("exhaustive")
class BurstTest {
    private static final int EVENTS = 64;
    private static final int ROUNDS = 5;

    @Test
    void aBurstCostsAtMostHalfAsMuchAgainAsBareNetty() throws Exception {
        try (Deployment stub = Deployment.start(Map.of());
                LoadProcess load = LoadProcess.start();
                BareNetty bare = new BareNetty(
                        Arrays.stream(stub.invoke(Question.answeredBy(EVENTS)).split("(?<=\n\n)"))
                                .map(event -> event.getBytes(StandardCharsets.UTF_8))
                                .toList())) {
            Order order = new Order(
                    stub.port(), stub.invocations(), stub.stub().token(), Question.answeredBy(EVENTS), 16, 0, 400, 0);
            double stubMicros = 0;
            double bareMicros = 0;
            cpuMicros(load, order);
            cpuMicros(load, order.at(bare.port()));
            for (int i = 0; i < ROUNDS; i++) {
                stubMicros += cpuMicros(load, order) / ROUNDS;
                bareMicros += cpuMicros(load, order.at(bare.port())) / ROUNDS;
            }
            System.out.printf(
                    "burst of %d events: %.0f µs of CPU a request, bare Netty %.0f, ratio %.2f (%d cores)%n",
                    EVENTS, stubMicros, bareMicros, stubMicros / bareMicros, ProcessCpu.cores());
            assertThat(stubMicros / bareMicros).isLessThanOrEqualTo(1.5);
        }
    }

    private static double cpuMicros(LoadProcess load, Order order) {
        ProcessCpu cpu = new ProcessCpu();
        Report report = load.carryOut(order);
        double micros = cpu.microsEach(report.whole());
        assertThat(report.cut()).isZero();
        assertThat(report.done()).isEqualTo(report.whole());
        assertThat(report.events()).isEqualTo((long) EVENTS * report.whole());
        return micros;
    }
}

package dev.fabrickit.server.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.server.Database;
import dev.fabrickit.server.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How many requests for one endpoint are answered, beside the least that Micronaut can do to answer from a database. */
@Tag("exhaustive")
class ShowEndpointTest {
    private static final int ROUNDS = 5;

    @Test
    void showEndpointHasSixTenthsOfTheRateOfABareRoute() {
        Map<String, Object> database = Database.memory();
        try (Deployment stub = Deployment.start(database);
                BareMicronaut bare = new BareMicronaut(database);
                LoadProcess load = LoadProcess.start()) {
            Order order = new Order(stub.port(), stub.endpoint(), stub.stub().token(), "", 16, 0, 2000, 0);
            String[] ids = stub.endpoint().split("/");
            Order bareOrder = new Order(bare.port(), "/bare/" + ids[3] + "/" + ids[5], "", "", 16, 0, order.each(), 0);
            measure(load, order);
            measure(load, bareOrder);
            List<Cost> costs = new ArrayList<>();
            List<Cost> bareCosts = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                costs.add(measure(load, order));
                bareCosts.add(measure(load, bareOrder));
            }
            Cost cost = Cost.mean(costs);
            Cost bareCost = Cost.mean(bareCosts);
            double ratio = cost.perSecond() / bareCost.perSecond();
            System.out.printf(
                    "showEndpoint: %.0f requests per second, a bare route %.0f, ratio %.2f; CPU %.0f µs and %.0f (%d cores)%n",
                    cost.perSecond(),
                    bareCost.perSecond(),
                    ratio,
                    cost.cpuMicros(),
                    bareCost.cpuMicros(),
                    ProcessCpu.cores());
            assertThat(ratio).isGreaterThanOrEqualTo(0.6);
        }
    }

    private record Cost(double perSecond, double cpuMicros) {
        static Cost mean(List<Cost> costs) {
            return new Cost(
                    costs.stream().mapToDouble(Cost::perSecond).average().orElseThrow(),
                    costs.stream().mapToDouble(Cost::cpuMicros).average().orElseThrow());
        }
    }

    private static Cost measure(LoadProcess load, Order order) {
        ProcessCpu cpu = new ProcessCpu();
        Report report = load.carryOut(order);
        assertThat(report.cut()).isZero();
        return new Cost(report.perSecond(), cpu.microsEach(report.whole()));
    }
}

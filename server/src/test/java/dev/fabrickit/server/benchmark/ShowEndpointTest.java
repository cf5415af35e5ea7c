package dev.fabrickit.server.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.server.Database;
import dev.fabrickit.server.Deployment;
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
            double rate = 0;
            double bareRate = 0;
            rate(load, order);
            rate(load, bareOrder);
            for (int i = 0; i < ROUNDS; i++) {
                rate += rate(load, order) / ROUNDS;
                bareRate += rate(load, bareOrder) / ROUNDS;
            }
            System.out.printf(
                    "showEndpoint: %.0f requests per second, a bare route %.0f, ratio %.2f (%d cores)%n",
                    rate, bareRate, rate / bareRate, Runtime.getRuntime().availableProcessors());
            assertThat(rate / bareRate).isGreaterThanOrEqualTo(0.6);
        }
    }

    private static double rate(LoadProcess load, Order order) {
        Report report = load.carryOut(order);
        assertThat(report.cut()).isZero();
        return report.perSecond();
    }
}

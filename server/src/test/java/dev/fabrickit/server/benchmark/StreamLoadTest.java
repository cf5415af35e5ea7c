package dev.fabrickit.server.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.server.Deployment;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many streams at a time, each at 50 ms a token: none is cut short, none is late, and nothing piles up. */
@Tag("exhaustive")
class StreamLoadTest {
    private static final int TOKENS = 60;
    private static final int TOKEN_MILLIS = 50;
    private static final int IDEAL_MILLIS = TOKENS * TOKEN_MILLIS;
    private static final int EVENTS = TOKENS + Question.AROUND;
    private static final int ROUNDS = 3;

    @Test
    void aThousandStreamsKeepTheirPaceBesideSlowReaders() {
        try (Deployment stub = Deployment.start(Map.of("fabrickit.delay.token", TOKEN_MILLIS + "ms"));
                LoadProcess load = LoadProcess.start();
                LoadProcess slowLoad = LoadProcess.start()) {
            load.carryOut(order(stub, 500, 1));
            long before = liveHeap();
            CompletableFuture<Report> slow = slowLoad.begin(order(stub, 50, 1).readSlowly(1000, 50));
            Report report = load.carryOut(order(stub, 950, ROUNDS));
            Report slowReport = slow.join();
            long after = liveHeap();

            print(1000, report);
            System.out.printf(
                    "  slow readers: %s%n  live heap: %.1f MB before, %.1f after%n",
                    slowReport, before / 1e6, after / 1e6);
            mustBeWhole(report, 950 * ROUNDS);
            mustBeWhole(slowReport, 50);
            assertThat(report.p99Millis()).isLessThanOrEqualTo(1.15 * IDEAL_MILLIS);
            assertThat(after).isLessThanOrEqualTo(before + 5_000_000);

            Report twice = load.carryOut(order(stub, 2000, ROUNDS));
            print(2000, twice);
            mustBeWhole(twice, 2000 * ROUNDS);
        }
    }

    /** The connections begin within the time of one answer, so that they do not all speak in the same millisecond. */
    private static Order order(Deployment stub, int connections, int each) {
        return new Order(
                stub.port(),
                stub.invocations(),
                stub.stub().token(),
                Question.answeredBy(EVENTS),
                connections,
                IDEAL_MILLIS,
                each,
                0);
    }

    private static void mustBeWhole(Report report, int requests) {
        assertThat(report.cut()).isZero();
        assertThat(report.done()).isEqualTo(report.whole()).isEqualTo(requests);
        assertThat(report.events()).isEqualTo((long) EVENTS * requests);
    }

    private static void print(int streams, Report report) {
        System.out.printf(
                "%d streams of %d tokens at %d ms: p50 %.0f ms, p99 %.0f, longest %.0f, ideal %d, p99 ratio %.3f, %d cut (%d cores)%n",
                streams,
                TOKENS,
                TOKEN_MILLIS,
                report.p50Millis(),
                report.p99Millis(),
                report.maxMillis(),
                IDEAL_MILLIS,
                report.p99Millis() / IDEAL_MILLIS,
                report.cut(),
                Runtime.getRuntime().availableProcessors());
    }

    /** What is still in use when all that is not has been thrown away. */
    private static long liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

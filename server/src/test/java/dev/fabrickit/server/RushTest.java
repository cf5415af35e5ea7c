package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many clients at once: no answer is a failure, nothing is lost or doubled, and nothing piles up. */
@Tag("database")
class RushTest {
    @Test
    void sixteenClientsLoseNothing() throws Exception {
        try (Stub stub = start()) {
            Rush rush = new Rush(List.of(new Sender(stub.uri(), stub.token())), 16, 1);
            rush.go(Duration.ofSeconds(2));
            assertThat(rush.acts()).isGreaterThan(16);
            rush.mustHaveLostNothing();
        }
    }

    @Test
    @Tag("exhaustive")
    void sixtyFourClientsLoseNothingInAMinuteAndTheHeapStaysAsItIs() throws Exception {
        try (Stub stub = start()) {
            Rush rush = new Rush(List.of(new Sender(stub.uri(), stub.token())), 64, 2);
            rush.fill();
            rush.go(Duration.ofSeconds(20));
            long before = liveHeap();
            rush.go(Duration.ofSeconds(40));
            long after = liveHeap();
            System.out.printf(
                    "64 clients for 60 s on %s, %d cores: %d acts, live heap %.1f MB after 20 s and %.1f MB after 60 s (%.2f)%n",
                    TestDatabase.chosen(),
                    Runtime.getRuntime().availableProcessors(),
                    rush.acts(),
                    before / 1e6,
                    after / 1e6,
                    (double) after / before);
            rush.mustHaveLostNothing();
            assertThat(rush.acts()).isGreaterThan(64);
            assertThat((double) after).isLessThan(before * 1.1);
        }
    }

    private static Stub start() {
        Map<String, Object> settings = new HashMap<>(TestDatabase.chosen().create());
        settings.put("fabrickit.delay.endpoint", "20ms");
        settings.put("fabrickit.delay.service", "20ms");
        settings.put("fabrickit.delay.token", "0s");
        return Stub.start(settings);
    }

    /** Once more than once, as the first collection leaves what has to be finalized. */
    private static long liveHeap() {
        return LongStream.generate(() -> {
                    System.gc();
                    return ManagementFactory.getMemoryMXBean()
                            .getHeapMemoryUsage()
                            .getUsed();
                })
                .limit(3)
                .min()
                .orElseThrow();
    }
}

package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several processes on one PostgreSQL behave as one. */
class SharedDatabaseTest {
    @Test
    @Tag("exhaustive")
    void threeProcessesOnOneDatabaseKeepEveryRule() throws Exception {
        Map<String, Object> settings = new HashMap<>(TestDatabase.POSTGRESQL.create());
        settings.put("fabrickit.delay.endpoint", "20ms");
        settings.put("fabrickit.delay.service", "20ms");
        settings.put("fabrickit.delay.token", "0s");
        try (StubProcess first = StubProcess.start(settings);
                StubProcess second = StubProcess.start(settings);
                StubProcess third = StubProcess.start(settings)) {
            Rush rush = new Rush(List.of(first.sender(), second.sender(), third.sender()), 32, 3);
            rush.go(Duration.ofSeconds(30));
            System.out.printf(
                    "32 clients for 30 s on three processes and one PostgreSQL, %d cores: %d acts%n",
                    Runtime.getRuntime().availableProcessors(), rush.acts());
            assertThat(rush.acts()).isGreaterThan(32);
            rush.mustHaveLostNothing();
        }
    }
}

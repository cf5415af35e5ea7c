package dev.fabrickit.server.invocation.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.server.settings.Time;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimingTest {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration TOKEN = Duration.ofMillis(20);

    @Test
    void withoutJitterTheFirstTokenAndTheOthersTakeTheirTime() {
        Timing timing = new Timing(FIRST, TOKEN, 0);

        assertThat(timing.before(0, 1)).isEqualTo(FIRST);
        assertThat(timing.before(1, 1)).isEqualTo(TOKEN);
    }

    @Test
    void aFixtureChangesWhatItNames() {
        Timing timing = new Timing(FIRST, TOKEN, 0.5);

        assertThat(new Fixture.FixtureTiming(Time.parse("5s"), null).over(timing))
                .isEqualTo(new Timing(Duration.ofSeconds(5), TOKEN, 0.5));
        assertThat(new Fixture.FixtureTiming(null, Time.parse("1m")).over(timing))
                .isEqualTo(new Timing(FIRST, Duration.ofMinutes(1), 0.5));
    }

    @Test
    void jitterVariesWithinItsShareAndIsTheSameForTheSameSeed() {
        Timing timing = new Timing(FIRST, TOKEN, 0.5);

        assertThat(IntStream.range(1, 100).mapToObj(round -> timing.before(round, 7)))
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofMillis(10), Duration.ofMillis(30)))
                .containsExactlyElementsOf(IntStream.range(1, 100)
                        .mapToObj(round -> timing.before(round, 7))
                        .toList());
        assertThat(IntStream.range(1, 100)
                        .mapToObj(round -> timing.before(round, 7))
                        .distinct())
                .hasSizeGreaterThan(90);
        assertThat(timing.before(1, 8)).isNotEqualTo(timing.before(1, 7));
    }
}

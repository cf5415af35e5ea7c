package dev.fabrickit.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EnduranceTest {
    @Test
    void a_few_disappointments_make_it_short() {
        Endurance endurance = new Endurance(Duration.ofSeconds(60));
        endurance.gaveUp();
        endurance.gaveUp();
        assertThat(endurance.silence()).isEqualTo(Duration.ofSeconds(60));
        assertThat(endurance.events()).isEqualTo(10_000);
        endurance.gaveUp();
        assertThat(endurance.silence()).isEqualTo(Duration.ofSeconds(2));
        assertThat(endurance.events()).isEqualTo(500);
    }

    @Test
    void who_is_in_a_hurry_stays_so() {
        Endurance endurance = new Endurance(Duration.ofSeconds(1));
        for (int times = 0; times < 3; times++) {
            endurance.gaveUp();
        }
        assertThat(endurance.silence()).isEqualTo(Duration.ofSeconds(1));
    }
}

package dev.fabrickit.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.conformance.SteppedClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A wait of ten minutes, in no time. */
class CountdownTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final SteppedClock clock = new SteppedClock(Instant.EPOCH);

    private Console console(boolean terminal) {
        return new Console(new PrintStream(shown, true, StandardCharsets.UTF_8), terminal, text -> text);
    }

    private String wait(boolean terminal, int seconds) {
        Console console = console(terminal);
        Countdown countdown = new Countdown("endpoint e1", Duration.ofMinutes(10), console, clock);
        for (int second = 0; second < seconds; second++) {
            countdown.seen("CREATING");
            countdown.tick();
            clock.step(Duration.ofSeconds(1));
        }
        countdown.end();
        console.line("done");
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_terminal_counts_each_second_down_in_one_line_that_goes_away() {
        String out = wait(true, 3).replace("\u001B", "^");
        assertThat(out)
                .isEqualTo("^[2m      CREATING, 599 s left: endpoint e1^[0m"
                        + "\r^[K^[2m      CREATING, 598 s left: endpoint e1^[0m"
                        + "\r^[Kdone" + System.lineSeparator());
    }

    @Test
    void elsewhere_there_is_a_line_every_15_seconds() {
        assertThat(wait(false, 40).lines())
                .containsExactly(
                        "      the endpoint e1 is CREATING after 15 of 600 s",
                        "      the endpoint e1 is CREATING after 30 of 600 s",
                        "done");
    }

    @Test
    void what_is_too_long_for_a_line_is_cut() {
        console(true).status("x".repeat(200));
        assertThat(shown.toString(StandardCharsets.UTF_8))
                .contains("x".repeat(78) + "…")
                .doesNotContain("x".repeat(79));
    }

    @Test
    void it_asks_less_and_less_often_but_ticks_each_second() {
        Pace pace = new Pace(clock);
        int questions = 0;
        Duration longest = Duration.ZERO;
        for (Instant end = clock.instant().plus(Duration.ofMinutes(10));
                clock.instant().isBefore(end); ) {
            if (pace.isDue()) {
                questions++;
                pace.asked();
            }
            Duration next = pace.untilNext();
            longest = next.compareTo(longest) > 0 ? next : longest;
            clock.step(next);
        }
        assertThat(questions).isBetween(120, 140);
        assertThat(longest).isEqualTo(Duration.ofSeconds(1));
    }
}

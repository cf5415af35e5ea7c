package dev.fabrickit.conformance.run;

import dev.fabrickit.conformance.requirement.Outcome;
import dev.fabrickit.conformance.wire.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An example that is over, or a scenario.
 *
 * @param place the feature and the line it stands in
 * @param title its name
 * @param tags its tags, those of its rule and its feature among them, each with its {@code @}
 * @param reason why it did not pass; empty when it did
 * @param step the step that it ended in; empty when it passed
 * @param begun when it began
 * @param decisive the exchange that it ended with; null when it passed, or ended without one
 * @param exchanges what passed the wire
 */
public record Example(
        String place,
        String title,
        Set<String> tags,
        Outcome outcome,
        String reason,
        String step,
        Instant begun,
        Duration took,
        @Nullable Exchange decisive,
        List<Exchange> exchanges) {

    /** Without all that passed the wire: there is too much of it to keep. */
    public Example lean() {
        return new Example(place, title, tags, outcome, reason, step, begun, took, decisive, List.of());
    }
}

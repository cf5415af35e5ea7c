package dev.fabrickit.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.conformance.wire.Exchange;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExchangesTest {
    private static final String EXAMPLE = "an example";

    private final Exchanges exchanges = new Exchanges();
    private final Exchange created = exchange("createModelDefinition");
    private final Exchange deleted = exchange("cleanupModel");
    private final Exchange listed = exchange("listModels");

    @BeforeEach
    void exchange() {
        List.of(created, deleted, listed).forEach(exchange -> exchanges.add(EXAMPLE, exchange));
    }

    @Test
    void the_last_one_decides() {
        assertThat(exchanges.decisive(EXAMPLE, "the model is not listed")).contains(listed);
        assertThat(exchanges.decisive("another", "")).isEmpty();
    }

    @Test
    void the_one_that_the_reason_names_comes_before_it() {
        assertThat(exchanges.decisive(EXAMPLE, "cleanupModel was refused with 500"))
                .contains(deleted);
    }

    @Test
    void a_marked_one_comes_before_all() {
        exchanges.mark(EXAMPLE);
        exchanges.add(EXAMPLE, exchange("listModels"));
        exchanges.mark(EXAMPLE);
        assertThat(exchanges.decisive(EXAMPLE, "cleanupModel")).containsSame(listed);
        assertThat(exchanges.take(EXAMPLE)).hasSize(4);
        assertThat(exchanges.decisive(EXAMPLE, "")).isEmpty();
    }

    @Test
    void only_so_many_of_the_last_are_shown() {
        assertThat(exchanges.last(EXAMPLE, 2)).containsExactly(deleted, listed);
        assertThat(exchanges.last(EXAMPLE, 9)).hasSize(3);
    }

    private static Exchange exchange(String operation) {
        return new Exchange(
                operation,
                "GET",
                URI.create("http://host/"),
                Map.of(),
                null,
                200,
                Map.of(),
                "",
                Instant.EPOCH,
                Duration.ZERO,
                List.of());
    }
}

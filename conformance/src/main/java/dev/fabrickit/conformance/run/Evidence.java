package dev.fabrickit.conformance.run;

import dev.fabrickit.conformance.wire.Exchange;
import io.cucumber.java.Scenario;
import io.cucumber.java.Status;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a scenario leaves for its reader. Before and after the scenario there is no reader, and nothing is kept. */
public final class Evidence implements Consumer<Exchange> {
    /** The tag of scenarios that are told step by step, where of others only the verdict is. */
    public static final String TOLD = "@procedure";

    private static final int MOST_SHOWN = 20;

    private @Nullable Scenario scenario;

    public void open(Scenario begun) {
        scenario = begun;
    }

    public void close() {
        scenario = null;
    }

    /** A piece of text as it streams in: shown where the scenario is told step by step. */
    public void piece(String text) {
        if (isTold()) {
            Run.current().console().piece(text);
        }
    }

    /** A remark on the step under way. */
    public void note(String text) {
        if (scenario != null) {
            scenario.log(text);
        }
    }

    @Override
    public void accept(Exchange exchange) {
        if (scenario != null) {
            Run.current().exchanges().add(scenario.getId(), exchange);
        }
    }

    /** Notes that the last exchange is what the scenario will fail for, though others follow. */
    public void mark() {
        if (scenario != null) {
            Run.current().exchanges().mark(scenario.getId());
        }
    }

    /** Whether the scenario has not passed so far. */
    public boolean isBroken() {
        return scenario != null && scenario.getStatus() != Status.PASSED;
    }

    /** Shows what passed the wire last. Of what passes the reports would grow large without telling more. */
    public void showExchanges() {
        if (scenario != null) {
            Exchanges exchanges = Run.current().exchanges();
            exchanges.last(scenario.getId(), MOST_SHOWN).forEach(this::attach);
            exchanges.decisive(scenario.getId(), "").ifPresent(this::attach);
        }
    }

    private void attach(Exchange exchange) {
        Objects.requireNonNull(scenario)
                .attach(exchange.text(), "text/plain", exchange.operationId() + " " + exchange.status());
    }

    public boolean isTold() {
        return scenario != null && scenario.getSourceTagNames().contains(TOLD);
    }
}

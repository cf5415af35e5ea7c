package dev.fabrickit.conformance.run;

import dev.fabrickit.conformance.wire.Exchange;
import io.cucumber.java.Scenario;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a scenario leaves for its reader. Before and after the scenario there is no reader, and nothing is kept. */
public final class Evidence implements Consumer<Exchange> {
    /** The tag of scenarios that are told step by step, where of others only the verdict is. */
    public static final String TOLD = "@procedure";

    private @Nullable Scenario scenario;

    public void open(Scenario begun) {
        scenario = begun;
    }

    public void close() {
        scenario = null;
    }

    /** A piece of text as it streams in: shown where the scenario is told step by step. */
    public void piece(String text) {
        if (scenario != null && scenario.getSourceTagNames().contains(TOLD)) {
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
            scenario.attach(exchange.text(), "text/plain", exchange.operationId());
        }
    }
}

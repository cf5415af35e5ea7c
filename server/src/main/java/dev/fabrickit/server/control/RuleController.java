package dev.fabrickit.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.seam.Rule;
import dev.fabrickit.server.seam.Rules;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes the stub break single rules, for whoever wants to see whether a test notices. */
@Controller("/_fabrickit/rules")
@Requires(property = Control.ENABLED, value = "true")
class RuleController {
    private static final String ENFORCED = "enforced";
    private static final String SUSPENDED = "suspended";

    private final Rules rules;

    RuleController(Rules rules) {
        this.rules = rules;
    }

    /** The state of each rule. */
    @Get
    Map<String, String> rules() {
        Map<String, String> states = new TreeMap<>();
        for (Rule rule : Rule.values()) {
            states.put(rule.name(), rules.enforces(rule) ? ENFORCED : SUSPENDED);
        }
        return states;
    }

    @Put("/{name}")
    Map<String, String> setRule(String name, @Body JsonNode body) {
        Rule rule = Arrays.stream(Rule.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        ErrorCode.NO_PATH, "there is no rule " + name, "GET /_fabrickit/rules lists the rules."));
        String state = ControlBody.of(body, "state").oneOf("state", List.of(ENFORCED, SUSPENDED));
        if (state.equals(SUSPENDED)) {
            rules.suspend(rule);
        } else {
            rules.enforce(rule);
        }
        return Map.of(rule.name(), state);
    }
}

package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.server.seam.Rule;
import dev.fabrickit.server.seam.Rules;
import java.util.EnumSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule is kept, and is broken once it is suspended. */
@Tag("database")
class RulesTest {
    @RegisterExtension
    static final StubDriver STUB = new StubDriver()
            .with("fabrickit.delay.endpoint", Probes.DELAY)
            .with("fabrickit.delay.service", Probes.DELAY)
            .with("fabrickit.quota.endpoints", 4)
            .with("fabrickit.accounts.other.tokens", Probes.OTHER_TOKEN);

    @AfterEach
    void enforceAll() {
        STUB.bean(Rules.class).enforceAll();
    }

    @ParameterizedTest
    @EnumSource
    void aRuleIsKeptUntilItIsSuspended(Rule rule) {
        assertThat(seemsKept(rule)).as("kept").isTrue();
        STUB.bean(Rules.class).suspend(rule);
        assertThat(seemsKept(rule)).as("kept though suspended").isFalse();
        STUB.bean(Rules.class).enforceAll();
        assertThat(seemsKept(rule)).as("kept again").isTrue();
    }

    private static boolean seemsKept(Rule rule) {
        if (ChatProbes.OF_RULES.containsKey(rule)) {
            return ChatProbes.seemsKept(STUB, rule);
        }
        Predicate<Probes> probe = Probes.OF_RULES.get(rule);
        assertThat(probe).as("the probe of %s", rule).isNotNull();
        return probe.test(new Probes(STUB));
    }

    @ParameterizedTest
    @EnumSource
    void suspendingOneRuleLeavesTheOthersEnforced(Rule rule) {
        Rules rules = new Rules();
        rules.suspend(rule);

        assertThat(EnumSet.allOf(Rule.class))
                .filteredOn(other -> !rules.enforces(other))
                .containsExactly(rule);
    }
}

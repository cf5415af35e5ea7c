package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.server.seam.Rule;
import dev.fabrickit.server.seam.Rules;
import java.util.EnumSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule is kept, and is broken once it is suspended. */
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
        Predicate<Probes> kept = Probes.OF_RULES.get(rule);
        assertThat(kept).as("the probe of %s", rule).isNotNull();

        assertThat(kept.test(new Probes(STUB))).as("kept").isTrue();
        STUB.bean(Rules.class).suspend(rule);
        assertThat(kept.test(new Probes(STUB))).as("kept though suspended").isFalse();
        STUB.bean(Rules.class).enforceAll();
        assertThat(kept.test(new Probes(STUB))).as("kept again").isTrue();
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

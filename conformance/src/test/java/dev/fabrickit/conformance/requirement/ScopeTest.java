package dev.fabrickit.conformance.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private static final Requirements REQUIREMENTS =
            Requirements.read(new ByteArrayInputStream("""
                    - {id: P1.1, text: It must be so., basis: documented, source: tutorial}
                    - {id: P1.2, text: It must be so., basis: inferred, source: tutorial}
                    - {id: P1.3, text: It must be so., basis: chosen, source: contract}
                    - {id: ST.1, text: It must be so., basis: documented, source: reference, needs: tools}
                    """.getBytes(StandardCharsets.UTF_8)));

    @Test
    void full_asks_for_everything() {
        assertThat(new Scope(Profile.full, Set.of(), null).expression(REQUIREMENTS))
                .isEmpty();
    }

    @Test
    void documented_leaves_out_what_is_chosen() {
        Scope scope = new Scope(Profile.documented, Set.of(), null);
        assertThat(scope.expression(REQUIREMENTS)).contains("not (@P1.3)");
        assertThat(outcome(scope, "@P1.3")).isEqualTo(Outcome.DISABLED);
        assertThat(outcome(scope, "@P1.2")).isNull();
    }

    @Test
    void what_needs_a_capability_that_is_lacking_is_not_supported() {
        Scope scope = new Scope(Profile.full, Set.of("tools"), "@a or @b");
        assertThat(scope.expression(REQUIREMENTS)).contains("(@a or @b) and not (@ST.1)");
        assertThat(outcome(scope, "@ST.1")).isEqualTo(Outcome.NOT_SUPPORTED);
    }

    private static Outcome outcome(Scope scope, String tag) {
        return REQUIREMENTS
                .tagged(tag)
                .flatMap(scope::exclusionOf)
                .map(Scope.LeftOut::outcome)
                .orElse(null);
    }
}

package dev.fabrickit.conformance.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequirementsTest {
    private static final String TWO = """
            - id: P1.1
              text: A workspace must be created.
              basis: documented
              source: tutorial, step 1
              operations: [createWorkspace]
            - id: ST.9
              text: A tool must be called.
              basis: chosen
              source: contract, tools
              needs: tools
              excluded: the stub has no model
            """;

    @Test
    void a_requirement_is_found_by_its_tag() {
        Requirements requirements = read(TWO);
        assertThat(requirements.all()).extracting(Requirement::id).containsExactly("P1.1", "ST.9");
        Requirement first = requirements.tagged("@P1.1").orElseThrow();
        assertThat(first.basis()).isEqualTo(Basis.DOCUMENTED);
        assertThat(first.operations()).containsExactly("createWorkspace");
        assertThat(requirements.tagged("@ST.9").orElseThrow().excluded()).contains("no model");
        assertThat(requirements.tagged("@P9.9")).isEmpty();
        assertThat(requirements.capabilities()).containsExactly("tools");
    }

    @ParameterizedTest
    @CsvSource({
        "id: ST.9, id: P1.1, two requirements P1.1",
        "basis: chosen, basis: guessed, guessed",
        "needs: tools, wants: tools, wants",
        "source: contract, sauce: contract, ST.9",
    })
    void a_wrong_list_is_refused_by_name(String right, String wrong, String said) {
        assertThatThrownBy(() -> read(TWO.replace(right, wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }

    private static Requirements read(String yaml) {
        return Requirements.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}

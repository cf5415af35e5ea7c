package dev.fabrickit.server.catalogue;

import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.schema.Spec;
import dev.fabrickit.server.seam.Rule;
import dev.fabrickit.server.seam.Rules;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be ordered. The one spec code that the documents name is here; the others they keep to themselves. */
@Singleton
public class Specs {
    private static final List<Spec> ALL = List.of(new Spec()
            .specCode("mu.llama3.8b")
            .specType("MU")
            .stride(1)
            .unit("mu")
            .minStrideNum(1)
            .maxStrideNum(1000));

    /** Specs of units are what endpoints are created with; specs of nodes for Ray are not offered. */
    private static final String SCENARIO = "ENDPOINT";

    private final Rules rules;

    Specs(Rules rules) {
        this.rules = rules;
    }

    /** What passes all filters; null passes everything. */
    List<Spec> matching(@Nullable String code, @Nullable List<String> types, @Nullable String scenario) {
        if (!rules.enforces(Rule.FILTERS_NARROW_LISTS)) {
            return ALL;
        }
        return ALL.stream()
                .filter(spec -> code == null || code.equals(spec.getSpecCode()))
                .filter(spec -> types == null || types.isEmpty() || types.contains(spec.getSpecType()))
                .filter(spec -> scenario == null || scenario.equals(SCENARIO))
                .toList();
    }

    /** Refuses a spec code that cannot be ordered. */
    public void require(String code) {
        rules.require(
                Rule.SPEC_MUST_BE_OFFERED,
                ALL.stream().anyMatch(spec -> spec.getSpecCode().equals(code)),
                () -> new Refusal(
                        ErrorCode.NO_SPEC,
                        "the spec code " + code + " is invalid",
                        "List the specs to find a valid code."));
    }
}

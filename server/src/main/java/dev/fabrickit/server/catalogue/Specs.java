package dev.fabrickit.server.catalogue;

import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.schema.Spec;
import jakarta.inject.Singleton;
import java.util.List;

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

    List<Spec> all() {
        return ALL;
    }

    /** Refuses a spec code that cannot be ordered. */
    public void require(String code) {
        if (ALL.stream().noneMatch(spec -> spec.getSpecCode().equals(code))) {
            throw new Refusal(
                    ErrorCode.NO_SPEC, "the spec code " + code + " is invalid", "List the specs to find a valid code.");
        }
    }
}

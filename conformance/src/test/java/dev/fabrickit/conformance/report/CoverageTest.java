package dev.fabrickit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.conformance.contract.Contract;
import dev.fabrickit.conformance.requirement.Outcome;
import dev.fabrickit.conformance.requirement.Requirements;
import dev.fabrickit.conformance.run.Example;
import dev.fabrickit.conformance.wire.Exchange;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a run has seen of the contract. */
class CoverageTest {
    private static final Contract CONTRACT = Contract.full();

    @Test
    void coverage_is_what_was_seen_of_what_is_promised() {
        Coverage coverage = new Coverage(CONTRACT, Requirements.load());
        assertThat(coverage.answers().all()).hasSizeGreaterThan(60).noneMatch(answer -> answer.contains(" 500 "));
        coverage.accept(exchanged(500, "{}"));
        assertThat(coverage.answers().missing()).isEqualTo(coverage.answers().all());
        coverage.accept(exchanged(200, "{\"name\":\"some\"}"));
        assertThat(coverage.answers().missing()).doesNotContain("createWorkspace 200 application/json");
        assertThat(coverage.inputs().missing())
                .doesNotContain("createWorkspace body name")
                .contains("createWorkspace body description", "updateWorkspace body name");
    }

    @Test
    void a_constraint_is_covered_once_a_request_that_breaks_it_is_refused() {
        Coverage coverage = new Coverage(CONTRACT, Requirements.load());
        assertThat(coverage.constraints().all())
                .contains("createWorkspace body name required", "listModels query limit maximum")
                .doesNotContain("listModels query name type");
        coverage.accept(exchanged(200, "{\"name\":\"a\"}"));
        assertThat(coverage.constraints().percent()).isZero();
        coverage.accept(exchanged(400, "{\"name\":\"a\",\"description\":7}"));
        Set<String> broken = coverage.constraints().all();
        broken.removeAll(coverage.constraints().missing());
        assertThat(broken)
                .containsExactlyInAnyOrder(
                        "createWorkspace body name minLength", "createWorkspace body description type");
    }

    private static Example exchanged(int status, String body) {
        Exchange exchange = new Exchange(
                "createWorkspace",
                "POST",
                URI.create("http://host/v1/workspaces"),
                Map.of(),
                body,
                status,
                Map.of("Content-Type", List.of("application/json")),
                "{}",
                Instant.EPOCH,
                Duration.ZERO,
                List.of());
        return new Example(
                "features/a.feature:7",
                "It is so",
                Set.of(),
                Outcome.PASSED,
                "",
                "",
                Instant.EPOCH,
                Duration.ZERO,
                null,
                List.of(exchange));
    }
}

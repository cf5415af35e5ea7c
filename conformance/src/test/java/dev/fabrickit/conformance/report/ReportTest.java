package dev.fabrickit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.sstoehr.harreader.HarReader;
import de.sstoehr.harreader.HarReaderException;
import de.sstoehr.harreader.model.HarEntry;
import de.sstoehr.harreader.model.HarLog;
import dev.fabrickit.conformance.contract.Contract;
import dev.fabrickit.conformance.requirement.Basis;
import dev.fabrickit.conformance.requirement.Outcome;
import dev.fabrickit.conformance.requirement.Profile;
import dev.fabrickit.conformance.requirement.Requirement;
import dev.fabrickit.conformance.requirement.Requirements;
import dev.fabrickit.conformance.requirement.Scope;
import dev.fabrickit.conformance.run.Console;
import dev.fabrickit.conformance.run.Example;
import dev.fabrickit.conformance.run.Means;
import dev.fabrickit.conformance.run.Run;
import dev.fabrickit.conformance.wire.Credentials;
import dev.fabrickit.conformance.wire.Exchange;
import dev.fabrickit.conformance.wire.Target;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.yaml.snakeyaml.Yaml;

class ReportTest {
    private static final Contract CONTRACT = Contract.full();
    private static final Target TARGET =
            new Target(URI.create("http://host"), URI.create("http://host"), Credentials.ofToken("s3cret-token"), null);
    private static final Exchange EXCHANGE = new Exchange(
            "createWorkspace",
            "POST",
            URI.create("http://host/v1/workspaces?name=a%20b"),
            Map.of("X-Auth-Token", "$FABRICKIT_TOKEN", "Content-Type", "application/json"),
            "{\"name\":\"it's\"}",
            500,
            Map.of("Content-Type", List.of("text/plain")),
            "broken s3cret-token \u0000",
            Instant.EPOCH,
            Duration.ofMillis(12),
            List.of());

    @TempDir
    private Path folder;

    @Test
    void the_yaml_has_every_requirement_and_counts_them() throws IOException {
        write(verdict(Baseline.NONE));
        Map<String, Object> report = new Yaml().load(Files.readString(folder.resolve("conformance-report.yaml")));
        assertThat(report)
                .containsEntry("format", 1)
                .containsEntry("target", "http://host")
                .containsEntry("profile", "documented")
                .containsEntry("verdict", "does not conform")
                .containsEntry("exit_code", 1);
        assertThat(report.get("counts"))
                .isEqualTo(Map.of(
                        "passed", 1, "failed", 2, "not_testable", 1, "not_supported", 1, "disabled", 1, "error", 1));
        assertThat((List<?>) report.get("requirements"))
                .hasSize(8)
                .last()
                .asString()
                .contains("excluded", "P9.9");
        assertThat(report.get("contract")).asString().contains(Contract.sha256());
    }

    @Test
    void the_summary_tells_each_cause_once_and_how_to_see_it_again() throws IOException {
        write(verdict(Baseline.NONE));
        assertThat(folder.resolve("summary.md"))
                .content()
                .containsOnlyOnce("## 1. id <1> is missing")
                .contains(
                        "http://host does not conform",
                        "**P1.2 failed: It must be so.**",
                        "documented: the tutorial. `createWorkspace` (api/openapi.yaml, line "
                                + Contract.lineOf("createWorkspace") + ")",
                        "Of the same cause: P1.3 (failed).",
                        "curl -sS -i -X POST 'http://host/v1/workspaces?name=a%20b'",
                        "-H \"X-Auth-Token: $FABRICKIT_TOKEN\"",
                        "--data-binary '{\"name\":\"it'\\''s\"}'",
                        "500 after 12 ms")
                .doesNotContain("s3cret-token");
        assertThat(Contract.lineOf("createWorkspace")).isGreaterThan(1);
    }

    @Test
    void a_summary_stays_small_however_much_fails() throws IOException {
        List<Finding> many = new ArrayList<>();
        for (char c = 'a'; c <= 'z'; c++) {
            for (char d = 'a'; d <= 'z'; d++) {
                many.add(finding("P1." + c + d, Outcome.FAILED, "it says " + c + d + " and " + "x".repeat(5_000)));
            }
        }
        write(new Verdict(many, List.of(), Baseline.NONE, List.of(), Optional.empty()));
        assertThat(Files.size(folder.resolve("summary.md"))).isBetween(10_000L, 64L * 1024);
        assertThat(folder.resolve("summary.md")).content().contains("more causes are in conformance-report.yaml");
    }

    @Test
    void the_xml_counts_as_its_parser_does() throws IOException, ParserConfigurationException, SAXException {
        write(verdict(Baseline.NONE));
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Files.readAllBytes(folder.resolve("junit.xml"))))
                .getDocumentElement();
        assertThat(suite.getAttribute("tests")).isEqualTo("7");
        Map.of("testcase", "7", "failure", "3", "error", "1", "skipped", "2").forEach((element, count) -> {
            assertThat(suite.getElementsByTagName(element).getLength()).hasToString(count);
            String attribute = Map.of("testcase", "tests", "failure", "failures", "error", "errors")
                    .getOrDefault(element, element);
            assertThat(suite.getAttribute(attribute)).isEqualTo(count);
        });
    }

    @Test
    void the_archive_is_read_by_others() throws IOException, HarReaderException {
        try (WireHar har = new ReportFolder(folder).har("1")) {
            har.accept(example(Outcome.FAILED, "it broke"));
            har.accept(example(Outcome.PASSED, ""));
        }
        HarLog log = new HarReader()
                .readFromFile(folder.resolve("wire.har").toFile())
                .log();
        assertThat(log.version()).isEqualTo("1.2");
        assertThat(log.pages()).hasSize(2);
        assertThat(log.entries()).as("the second is like the first").hasSize(1);
        assertThat(log.pages().get(1).comment()).isEqualTo("0 of 1 exchanges; the others are like some here");
        HarEntry entry = log.entries().get(0);
        assertThat(entry.pageref()).isEqualTo(log.pages().get(0).id());
        assertThat(entry.request().url()).isEqualTo(EXCHANGE.url().toString());
        assertThat(entry.request().queryString().get(0).value()).isEqualTo("a b");
        assertThat(entry.request().postData().text()).isEqualTo("{\"name\":\"it's\"}");
        assertThat(entry.response().status()).isEqualTo(500);
    }

    @Test
    void the_archive_has_all_of_what_did_not_pass() throws IOException, HarReaderException {
        try (WireHar har = new ReportFolder(folder).har("1")) {
            har.accept(example(Outcome.PASSED, ""));
            har.accept(example(Outcome.FAILED, "it broke"));
            har.accept(example(Outcome.NOT_TESTABLE, "it broke"));
        }
        assertThat(new HarReader()
                        .readFromFile(folder.resolve("wire.har").toFile())
                        .log()
                        .entries())
                .hasSize(3);
    }

    @Test
    void a_known_deviation_does_not_fail_and_a_stale_one_does() {
        Verdict known = new Verdict(
                List.of(finding("P1.1", Outcome.PASSED, ""), finding("P1.2", Outcome.FAILED, "it broke")),
                List.of(),
                new Baseline(Map.of("P1.2", "later")),
                List.of(),
                Optional.empty());
        assertThat(known.exitCode()).isZero();
        assertThat(known).hasToString("2 requirements: 1 passed, 1 failed; 1 known from the baseline");
        Verdict stale = new Verdict(
                List.of(finding("P1.1", Outcome.PASSED, "")),
                List.of(),
                new Baseline(Map.of("P1.1", "later")),
                List.of(),
                Optional.empty());
        assertThat(stale.exitCode()).isOne();
        assertThat(stale.stale())
                .extracting(finding -> finding.requirement().id())
                .containsExactly("P1.1");
    }

    private static Verdict verdict(Baseline baseline) {
        return new Verdict(
                List.of(
                        finding("P1.1", Outcome.PASSED, ""),
                        finding("P1.2", Outcome.FAILED, "id <1> is missing"),
                        finding("P1.3", Outcome.FAILED, "id <2> is missing"),
                        finding("P1.4", Outcome.NOT_TESTABLE, "the workspace is not there"),
                        finding("P1.5", Outcome.NOT_SUPPORTED, "--without tools"),
                        finding("P1.6", Outcome.DISABLED, "chosen"),
                        finding("P1.7", Outcome.ERROR, "it has no example")),
                List.of(),
                baseline,
                List.of(),
                Optional.empty());
    }

    private static Finding finding(String id, Outcome outcome, String reason) {
        return new Finding(requirement(id, null), outcome, reason, List.of(example(outcome, reason)));
    }

    private static Requirement requirement(String id, String excluded) {
        return new Requirement(
                id,
                "It must be so.",
                Basis.DOCUMENTED,
                "the tutorial",
                List.of("createWorkspace"),
                List.of(),
                null,
                excluded);
    }

    private static Example example(Outcome outcome, String reason) {
        return new Example(
                "features/a.feature:7",
                "It is so",
                Set.of(),
                outcome,
                reason,
                outcome == Outcome.PASSED ? "" : "I do it",
                Instant.EPOCH,
                Duration.ofMillis(20),
                outcome == Outcome.PASSED ? null : EXCHANGE,
                List.of(EXCHANGE));
    }

    private void write(Verdict verdict) throws IOException {
        Run run = new Run(
                TARGET, CONTRACT, Means.tutorial(), Duration.ZERO, false, new Console(System.out, false, text -> text));
        new ReportFolder(folder)
                .write(new Report(
                        "1",
                        run,
                        new Scope(Profile.documented, Set.of(), null),
                        verdict,
                        List.of(requirement("P9.9", "nobody can see it")),
                        new Coverage(CONTRACT, Requirements.load()),
                        Instant.EPOCH,
                        Duration.ofSeconds(3)));
    }
}

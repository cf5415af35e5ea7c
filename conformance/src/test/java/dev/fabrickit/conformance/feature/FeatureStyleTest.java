package dev.fabrickit.conformance.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.messages.types.Background;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Step;
import io.cucumber.messages.types.StepKeywordType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How features are written. */
class FeatureStyleTest {
    private static final int MOST_LINES = 300;
    private static final int MOST_STEPS = 7;

    static Stream<Path> files() {
        return Gherkin.files().stream();
    }

    static Stream<Path> filesOfRules() {
        return Gherkin.filesOfRules().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_feature_is_short(Path file) throws IOException {
        assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(MOST_LINES);
    }

    @ParameterizedTest
    @MethodSource("filesOfRules")
    void all_examples_stand_under_rules_with_one_tag(Path file) {
        List<FeatureChild> children = Gherkin.feature(file).getChildren();
        assertThat(children).noneMatch(child -> child.getScenario().isPresent());
        assertThat(children.stream().map(FeatureChild::getRule).flatMap(Optional::stream))
                .isNotEmpty()
                .allSatisfy(
                        rule -> assertThat(rule.getTags()).as(rule.getName()).hasSize(1));
    }

    @Test
    void only_the_procedure_has_a_scenario() {
        assertThat(Gherkin.examples())
                .allSatisfy(example -> assertThat(example.getKeyword())
                        .as(example.getName())
                        .isEqualTo(example.getExamples().isEmpty() ? "Example" : "Scenario Outline"));
    }

    @Test
    void examples_have_few_steps_and_one_when() {
        assertThat(Gherkin.examples()).allSatisfy(example -> {
            assertThat(example.getSteps()).as(example.getName()).hasSizeBetween(2, MOST_STEPS);
            assertThat(types(example.getSteps())).as(example.getName()).matches("(G\\+*)?WT\\+*");
        });
    }

    private static String types(List<Step> steps) {
        StringBuilder types = new StringBuilder();
        for (Step step : steps) {
            StepKeywordType type = step.getKeywordType().orElseThrow();
            types.append(
                    switch (type) {
                        case CONTEXT -> "G";
                        case ACTION -> "W";
                        case OUTCOME -> "T";
                        default -> "+";
                    });
        }
        return types.toString();
    }

    @Test
    void backgrounds_are_given_and_short() {
        Stream<Background> backgrounds = Gherkin.rules()
                .flatMap(rule -> rule.getChildren().stream())
                .map(RuleChild::getBackground)
                .flatMap(Optional::stream);
        assertThat(backgrounds)
                .allSatisfy(
                        background -> assertThat(types(background.getSteps())).matches("G\\+{0,2}"));
    }

    @Test
    void outlines_are_narrow_and_short() {
        assertThat(Gherkin.examples().flatMap(example -> example.getExamples().stream()))
                .allSatisfy(FeatureStyleTest::isNarrowAndShort);
    }

    private static void isNarrowAndShort(Examples table) {
        assertThat(table.getTableHeader().orElseThrow().getCells()).hasSizeBetween(1, 2);
        assertThat(table.getTableBody()).hasSizeBetween(2, 8);
    }

    @Test
    void titles_are_claims_that_are_told_apart() {
        assertThat(Gherkin.rules())
                .allSatisfy(rule -> assertThat(Gherkin.examples(rule).map(Scenario::getName))
                        .as(rule.getName())
                        .doesNotHaveDuplicates()
                        .allMatch(title -> title.split(" ").length > 2 && !title.endsWith(".")));
    }

    @Test
    void sentences_are_in_the_words_of_the_domain() {
        assertThat(Gherkin.examples().flatMap(example -> Gherkin.sentences(example).stream()))
                .hasSizeGreaterThan(300)
                .noneMatch(
                        sentence -> sentence.replaceAll("\"[^\"]*\"", "")
                                .matches(
                                        ".*(\\b(GET|POST|PUT|DELETE|JSON|[hH]eaders?|status [0-9]|[45]\\d\\d)\\b|/v1|\\$\\.|_id\\b).*"));
    }

    /** A service that refuses everything must not pass. */
    @Test
    void what_is_refused_has_a_twin_that_is_not() {
        assertThat(Gherkin.rules().filter(rule -> Gherkin.examples(rule).anyMatch(FeatureStyleTest::refuses)))
                .hasSizeGreaterThan(10)
                .allSatisfy(FeatureStyleTest::hasTwin);
    }

    private static boolean refuses(Scenario example) {
        return Gherkin.sentences(example).stream().anyMatch(sentence -> sentence.contains("refused"));
    }

    private static void hasTwin(Rule rule) {
        assertThat(Gherkin.examples(rule))
                .as(rule.getName())
                .anyMatch(example -> !refuses(example)
                        || Gherkin.sentences(example).stream().anyMatch(sentence -> sentence.contains("accepted")));
    }

    /** What was refused must have changed nothing: somebody looks. */
    @Test
    void what_a_rule_forbids_is_read_back() {
        assertThat(Gherkin.examples()
                        .filter(example -> Gherkin.sentences(example).stream()
                                .anyMatch(sentence -> sentence.equals("it is refused because a rule forbids it"))))
                .isNotEmpty()
                .allSatisfy(example -> assertThat(example.getSteps()
                                .get(example.getSteps().size() - 1)
                                .getText())
                        .as(example.getName())
                        .doesNotContain("refused"));
    }
}

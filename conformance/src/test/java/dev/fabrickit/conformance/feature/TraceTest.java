package dev.fabrickit.conformance.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.conformance.contract.Contract;
import dev.fabrickit.conformance.contract.Operation;
import dev.fabrickit.conformance.requirement.Requirement;
import dev.fabrickit.conformance.requirement.Requirements;
import io.cucumber.messages.types.Rule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requirements and rules stand for each other, word for word. */
class TraceTest {
    private static final Requirements REQUIREMENTS = Requirements.load();
    private static final Contract CONTRACT = Contract.full();

    static Stream<String> requirements() {
        return REQUIREMENTS.all().stream().map(Requirement::id);
    }

    static Stream<String> rules() {
        return Gherkin.rules().map(Gherkin::id);
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void a_requirement_has_examples_or_says_why_not(String id) {
        long examples = Gherkin.rules()
                .filter(rule -> Gherkin.id(rule).equals(id))
                .flatMap(Gherkin::examples)
                .count();
        boolean excluded = REQUIREMENTS.tagged("@" + id).orElseThrow().excluded() != null;
        assertThat(examples > 0)
                .as("%s has %d examples, and %s excluded", id, examples, excluded ? "is" : "is not")
                .isNotEqualTo(excluded);
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void a_requirement_names_operations_of_the_contract(String id) {
        assertThat(REQUIREMENTS.tagged("@" + id).orElseThrow().operations())
                .allSatisfy(operation ->
                        assertThat(CONTRACT.operation(operation).id()).isEqualTo(operation));
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void a_requirement_is_one_sentence_that_says_must_or_may(String id) {
        assertThat(REQUIREMENTS.tagged("@" + id).orElseThrow().text())
                .matches("[A-Z0-9][^.]*[^.]")
                .containsPattern("\\b(must|may)\\b");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_is_a_requirement_word_for_word(String id) {
        Rule rule = Gherkin.rules()
                .filter(one -> Gherkin.id(one).equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(REQUIREMENTS.tagged("@" + id)).as("the requirement %s", id).isPresent();
        assertThat(rule.getName())
                .isEqualTo(REQUIREMENTS.tagged("@" + id).orElseThrow().text());
    }

    @Test
    void no_two_rules_share_a_requirement() {
        assertThat(Gherkin.rules().map(Gherkin::id)).doesNotHaveDuplicates().hasSizeGreaterThan(50);
    }

    /** Of each operation: its statuses, and where it takes what. */
    static Stream<String> elements() {
        return CONTRACT.operations().stream()
                .flatMap(operation -> Stream.concat(
                                CONTRACT.answersOf(operation).keySet().stream()
                                        .map(status ->
                                                operation.isSuccess(Integer.parseInt(status)) ? "answers" : status),
                                CONTRACT.inputsOf(operation.id()).places().stream()
                                        .flatMap(place -> kindsOf(operation, place)))
                        .distinct()
                        .map(kind -> operation.id() + " " + kind));
    }

    private static Stream<String> kindsOf(Operation operation, String place) {
        boolean filter = operation.id().startsWith("list") && place.matches("query (?!offset|limit|sort).*");
        String where = place.split(" ")[0];
        return filter ? Stream.of(where, "filters") : Stream.of(where);
    }

    private static Stream<String> coveredBy(Requirement requirement) {
        return requirement.operations().stream()
                .flatMap(operation -> requirement.covers().stream().map(kind -> operation + " " + kind));
    }

    @ParameterizedTest
    @MethodSource("elements")
    void an_element_of_the_contract_is_covered_by_a_requirement(String element) {
        assertThat(REQUIREMENTS.all().stream().flatMap(TraceTest::coveredBy).toList())
                .contains(element);
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void a_requirement_covers_what_its_operations_have(String id) {
        assertThat(elements().toList())
                .containsAll(
                        coveredBy(REQUIREMENTS.tagged("@" + id).orElseThrow()).toList());
    }
}

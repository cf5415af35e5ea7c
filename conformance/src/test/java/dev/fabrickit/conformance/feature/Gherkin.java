package dev.fabrickit.conformance.feature;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The features as they are written. */
final class Gherkin {
    static final Path FOLDER = Path.of("../features");
    static final String PROCEDURE = "procedure.feature";

    private Gherkin() {}

    /** All feature files. */
    static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".feature"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All but the procedure, which is no collection of rules. */
    static List<Path> filesOfRules() {
        return files().stream().filter(file -> !file.endsWith(PROCEDURE)).toList();
    }

    static Feature feature(Path file) {
        try {
            return GherkinParser.builder()
                    .includeSource(false)
                    .includePickles(false)
                    .build()
                    .parse(file)
                    .map(Envelope::getGherkinDocument)
                    .flatMap(Optional::stream)
                    .map(GherkinDocument::getFeature)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Rule> rules() {
        return filesOfRules().stream()
                .flatMap(file -> feature(file).getChildren().stream())
                .map(FeatureChild::getRule)
                .flatMap(Optional::stream);
    }

    static Stream<Scenario> examples(Rule rule) {
        return rule.getChildren().stream().map(RuleChild::getScenario).flatMap(Optional::stream);
    }

    static Stream<Scenario> examples() {
        return rules().flatMap(Gherkin::examples);
    }

    /** The id of the requirement that a rule is about. */
    static String id(Rule rule) {
        return rule.getTags().isEmpty()
                ? "(no tag)"
                : rule.getTags().get(0).getName().substring(1);
    }

    /** The sentences of an example. */
    static List<String> sentences(Scenario example) {
        return example.getSteps().stream().map(Step::getText).toList();
    }
}

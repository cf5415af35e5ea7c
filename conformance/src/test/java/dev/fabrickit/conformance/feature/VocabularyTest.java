package dev.fabrickit.conformance.feature;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.fabrickit.conformance.steps.Vocabulary;
import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterType;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sentences that features are made of: few, used, and listed where a new one is seen. */
class VocabularyTest {
    private static final Path README = Gherkin.FOLDER.resolve("README.md");
    private static final String BEGIN = "<!-- sentences -->\n";
    private static final String END = "<!-- end of sentences -->";

    @Test
    void every_sentence_is_used() {
        List<String> used = Stream.concat(
                        Gherkin.examples(),
                        Gherkin.feature(Gherkin.FOLDER.resolve(Gherkin.PROCEDURE)).getChildren().stream()
                                .map(child -> child.getScenario().orElseThrow()))
                .flatMap(example -> Gherkin.sentences(example).stream())
                .map(sentence -> sentence.replace("<kind>", "endpoint"))
                .distinct()
                .toList();
        ExpressionFactory expressions = new ExpressionFactory(registry());
        assertThat(sentences().map(Sentence::text).distinct())
                .hasSizeGreaterThan(20)
                .allSatisfy(text -> {
                    Expression expression = expressions.createExpression(text);
                    assertThat(used).as(text).anyMatch(sentence -> expression.match(sentence) != null);
                });
    }

    @Test
    void the_readme_lists_them() throws IOException {
        String list = sentences()
                .map(sentence -> "- " + sentence.keyword() + " " + sentence.text() + "\n")
                .distinct()
                .sorted()
                .collect(Collectors.joining());
        String readme = Files.readString(README);
        String before = readme.substring(0, readme.indexOf(BEGIN) + BEGIN.length());
        String whole = before + list + readme.substring(readme.indexOf(END));
        if (System.getenv("CI") == null) {
            Files.writeString(README, whole);
        } else {
            assertThat(readme).isEqualTo(whole);
        }
        assertThat(Files.readString(README)).contains("- When I delete {resource}\n");
    }

    private record Sentence(String keyword, String text) {}

    private static Stream<Sentence> sentences() {
        return new ClassFileImporter()
                .importPackages(Vocabulary.class.getPackageName()).stream()
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .flatMap(VocabularyTest::sentencesOf);
    }

    private static Stream<Sentence> sentencesOf(Method step) {
        return Stream.of(
                        Arrays.stream(step.getAnnotationsByType(Given.class))
                                .map(given -> new Sentence("Given", given.value())),
                        Arrays.stream(step.getAnnotationsByType(When.class))
                                .map(when -> new Sentence("When", when.value())),
                        Arrays.stream(step.getAnnotationsByType(Then.class))
                                .map(then -> new Sentence("Then", then.value())))
                .flatMap(sentences -> sentences);
    }

    private static ParameterTypeRegistry registry() {
        ParameterTypeRegistry registry = new ParameterTypeRegistry(Locale.ENGLISH);
        for (Method method : Vocabulary.class.getDeclaredMethods()) {
            String pattern =
                    method.getAnnotation(io.cucumber.java.ParameterType.class).value();
            registry.defineParameterType(new ParameterType<>(
                    method.getName(), List.of(pattern), String.class, (String text) -> text, false, false));
        }
        return registry;
    }
}

package dev.fabrickit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleDocString;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleStepArgument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcedureTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PROCEDURE = Path.of("../features/procedure.feature");

    @Test
    void the_procedure_is_one_scenario_of_at_most_seven_steps() throws IOException {
        List<Pickle> pickles = pickles().toList();
        assertThat(pickles).hasSize(1);
        assertThat(pickles.get(0).getSteps()).hasSizeBetween(5, 7);
    }

    /** The contract's examples are held against the tutorial by its own tests; ids that the tutorial leaves empty apart. */
    @ParameterizedTest
    @CsvSource({
        "0, createWorkspace",
        "1, createEndpoint",
        "2, createModelDefinition",
        "3, deployServiceInstance",
        "4, invokeModelService"
    })
    void the_five_bodies_are_the_tutorials(int step, String operationId) throws IOException {
        JsonNode body = pickles()
                .map(pickle -> pickle.getSteps().get(step))
                .map(PickleStep::getArgument)
                .flatMap(Optional::stream)
                .map(PickleStepArgument::getDocString)
                .flatMap(Optional::stream)
                .map(PickleDocString::getContent)
                .map(ProcedureTest::json)
                .findFirst()
                .orElseThrow();
        assertThat(body).isEqualTo(example(operationId));
    }

    private static JsonNode example(String operationId) throws IOException {
        String name = "/dev/fabrickit/api/examples/" + operationId + ".request.tutorial.json";
        try (InputStream file = ProcedureTest.class.getResourceAsStream(name)) {
            ObjectNode example = (ObjectNode) JSON.readTree(file);
            if (operationId.equals("deployServiceInstance")) {
                example.put("endpoint_id", "").withObject("/source").put("id", "");
            }
            return example;
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    private static Stream<Pickle> pickles() throws IOException {
        return GherkinParser.builder()
                .includeSource(false)
                .includeGherkinDocument(false)
                .build()
                .parse(PROCEDURE)
                .map(Envelope::getPickle)
                .flatMap(Optional::stream);
    }
}

package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How faults are told, listed and taken back. */
class FaultDefinitionTest {
    private static final String FAULTS = "/_fabrickit/faults";

    @RegisterExtension
    static final StubDriver STUB = new StubDriver().with("fabrickit.control", true);

    private final Sender sender = STUB.sender();

    @AfterEach
    void mend() {
        sender.delete(FAULTS).mustBe(204);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}|kind must be one of cut, delay, error_event, malformed_event, moderation, stall, status
                    {'kind':'flood'}|kind must be one of
                    {'kind':'status','status':200}|status must be a whole number from 400 to 599
                    {'kind':'status','status':'503'}|status must be a whole number
                    {'kind':'status','error_code':''}|error_code must be a text of 8 to 36 characters, not all blank
                    {'kind':'status','error_code':'X'}|error_code must be a text of 8 to 36 characters
                    {'kind':'error_event','error_code':'1234567890123456789012345678901234567'}|error_code must be a text of 8 to 36
                    {'kind':'error_event','error_msg':'x'}|error_msg must be a text of 2 to 512 characters
                    {'kind':'cut','path':' '}|path must be a text that is not blank
                    {'kind':'delay'}|time must be a duration that is not negative, like PT1.5S, of at most P3650D
                    {'kind':'delay','time':'-PT1S'}|time must be a duration
                    {'kind':'delay','time':'P3650DT1S'}|time must be a duration that is not negative, like PT1.5S, of at most P3650D
                    {'kind':'delay','time':'PT9223372036854775807S'}|of at most P3650D
                    {'kind':'cut','after':-1}|after must be a whole number from 0 to
                    {'kind':'cut','time':'PT1S'}|time is no field of this fault: it has after, kind, operation, path
                    {'kind':'cut','times':0}|times must be a whole number from 1 to
                    {'kind':'cut','probability':1.1}|probability must be a number from 0 to 1
                    {'kind':'cut','seed':1.5}|seed must be a whole number
                    {'kind':'cut','operation':'invoke'}|operation must be an operationId of the contract
                    []|a fault must be a JSON object
                    """)
    void aWrongDefinitionIsRefusedByFieldWithWhatIsAllowed(String definition, String reason) {
        String json = definition.replace('\'', '"');

        assertThat(sender.put(FAULTS + "/wrong", json)
                        .mustBeError(400, "common.01000001")
                        .text("error_msg"))
                .contains(reason);
        assertThat(sender.send("GET", "/v1/specs", null, "X-Fabrickit-Fault", json)
                        .mustBeError(400, "common.01000001")
                        .text("error_msg"))
                .contains(reason);
        assertThat(sender.get(FAULTS).json()).isEmpty();
    }

    @Test
    void faultsAreListedAsGivenAndTakenBackByName() {
        sender.put(FAULTS + "/a", "{\"kind\":\"cut\",\"operation\":\"showHealth\"}")
                .mustBe(200);
        sender.put(FAULTS + "/b", "{\"kind\":\"stall\"}").mustBe(200);

        assertThat(sender.get(FAULTS).body())
                .isEqualTo("[{\"name\":\"a\",\"fault\":{\"kind\":\"cut\",\"operation\":\"showHealth\"},\"struck\":0},"
                        + "{\"name\":\"b\",\"fault\":{\"kind\":\"stall\"},\"struck\":0}]");
        sender.delete(FAULTS + "/a").mustBe(204);
        assertThat(sender.get(FAULTS).json()).hasSize(1);
        assertThat(sender.delete(FAULTS + "/a")
                        .mustBeError(400, "dataartsfabric.00010009")
                        .text("solution_msg"))
                .isEqualTo("GET /_fabrickit/faults lists the faults in force.");
    }

    @ParameterizedTest
    @ValueSource(ints = {513, 3000})
    void aMessageIsNotLongerThanTheContractAllows(int length) {
        assertThat(sender.put(FAULTS + "/long", "{\"kind\":\"status\",\"error_msg\":\"" + "x".repeat(length) + "\"}")
                        .mustBeError(400, "common.01000001")
                        .text("error_msg"))
                .contains("error_msg must be a text of 2 to 512 characters");
    }

    @Test
    void theLongestOfWhatTheContractAllowsIsTaken() {
        ObjectNode fault = Sender.JSON.createObjectNode().put("kind", "status");
        fault.put("error_code", "c".repeat(36)).put("error_msg", "😀".repeat(512));
        sender.put(FAULTS + "/long", fault).mustBe(200);
        sender.put(FAULTS + "/slow", "{\"kind\":\"delay\",\"time\":\"P3650D\",\"path\":\"nowhere\"}")
                .mustBe(200);

        assertThat(sender.get("/v1/specs").mustBeError(500, "c".repeat(36)).text("error_msg"))
                .isEqualTo("😀".repeat(512));
    }

    @Test
    void aStubMadeAsNewHasNoFaults() {
        sender.put(FAULTS + "/a", "{\"kind\":\"status\"}").mustBe(200);

        sender.send("POST", "/_fabrickit/reset", null).mustBe(204);

        assertThat(sender.get(FAULTS).json()).isEmpty();
        sender.get("/v1/specs").mustBe(200);
    }
}

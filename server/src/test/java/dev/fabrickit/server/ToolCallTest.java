package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.server.error.ErrorCode;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When tools are called, and how a call looks on the wire. */
class ToolCallTest {
    private static final String TOOLS = """
            'tools':[
              {'type':'function','function':{'name':'get_weather','parameters':{'type':'object','required':['city'],
                'properties':{'city':{'type':'string','enum':['Dongguan']}},'additionalProperties':false}}},
              {'type':'function','function':{'name':'get_time'}}]
            """;

    @RegisterExtension
    static final StubDriver STUB = new StubDriver();

    private static Conversation conversation;

    @BeforeAll
    static void deploy() {
        conversation = Conversation.with(STUB);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'tool_choice':'auto'", ",'tool_choice':'required'"})
    void theFirstToolIsCalledUnlessTheTurnNamesOthers(String choice) {
        JsonNode answer = conversation.whole("{" + TOOLS + choice + "}").at("/choices/0");

        assertThat(answer.get("finish_reason").textValue()).isEqualTo("tool_calls");
        assertThat(answer.at("/message/content").isTextual()).isFalse();
        assertThat(answer.at("/message/tool_calls")).singleElement().satisfies(call -> {
            assertThat(call.get("id").textValue()).startsWith("call_");
            assertThat(call.get("type").textValue()).isEqualTo("function");
            assertThat(call.at("/function/name").textValue()).isEqualTo("get_weather");
            assertThat(call.at("/function/arguments").textValue()).isEqualTo("{\"city\":\"Dongguan\"}");
        });
        assertThat(names(conversation.whole(
                        "{'messages':[{'role':'user','content':'get_time and get_weather'}]," + TOOLS + choice + "}")))
                .containsExactly("get_weather", "get_time");
    }

    @Test
    void aChosenToolIsCalledWhateverTheTurnNames() {
        String choice = ",'tool_choice':{'type':'function','function':{'name':'get_time'}}}";

        assertThat(names(conversation.whole("{" + TOOLS + choice))).containsExactly("get_time");
    }

    @Test
    void noToolIsCalledWhenNoneIsChosen() {
        JsonNode answer = conversation.whole("{" + TOOLS + ",'tool_choice':'none'}");

        assertThat(answer.at("/choices/0/finish_reason").textValue()).isEqualTo("stop");
        assertThat(answer.at("/choices/0/message/content").textValue()).isNotEmpty();
        assertThat(names(answer)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"auto,stop", "required,tool_calls"})
    void afterAToolHasAnsweredAnotherIsCalledOnlyWhenThatIsRequired(String choice, String reason) {
        JsonNode answer =
                conversation.whole("{'messages':[{'role':'tool','tool_call_id':'call_1','content':'21 degrees'}],"
                        + TOOLS + ",'tool_choice':'" + choice + "'}");

        assertThat(answer.at("/choices/0/finish_reason").textValue()).isEqualTo(reason);
    }

    @Test
    void aCallIsStreamedWithItsNameFirstAndItsArgumentsInPieces() {
        String fields = "{'messages':[{'role':'user','content':'get_time get_weather'}],'n':2,'seed':7," + TOOLS + "}";
        List<JsonNode> calls = conversation.stream(fields).stream()
                .filter(chunk -> chunk.at("/choices/0/index").intValue() == 1)
                .map(chunk -> chunk.at("/choices/0/delta/tool_calls/0"))
                .filter(JsonNode::isObject)
                .toList();
        JsonNode whole = conversation.whole(fields).at("/choices/1/message/tool_calls");

        for (int index = 0; index < 2; index++) {
            int of = index;
            List<JsonNode> pieces = calls.stream()
                    .filter(call -> call.get("index").intValue() == of)
                    .toList();
            JsonNode first = pieces.get(0);
            assertThat(List.of(first.get("id"), first.get("type"), first.at("/function/name")))
                    .isEqualTo(List.of(
                            whole.get(of).get("id"),
                            whole.get(of).get("type"),
                            whole.get(of).at("/function/name")));
            assertThat(pieces).filteredOn(piece -> piece.has("id")).hasSize(1);
            assertThat(pieces.stream()
                            .map(piece -> piece.at("/function/arguments").textValue())
                            .collect(Collectors.joining()))
                    .isEqualTo(whole.get(of).at("/function/arguments").textValue());
        }
        assertThat(calls).hasSizeGreaterThan(4);
    }

    @Test
    void aLimitCutsArgumentsToo() {
        JsonNode choice = conversation.whole("{'max_tokens':4," + TOOLS + "}").at("/choices/0");

        assertThat(choice.get("finish_reason").textValue()).isEqualTo("length");
        assertThat("{\"city\":\"Dongguan\"}")
                .startsWith(
                        choice.at("/message/tool_calls/0/function/arguments").textValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {'tool_choice':'none'}                                                 | tool_choice
                    {'tool_choice':'auto','tools':[]}                                      | tool_choice
                    {TOOLS,'tool_choice':{'type':'function','function':{'name':'unknown'}}}| tool_choice.function.name
                    {'logprobs':true}                                                      | logprobs
                    """)
    void fieldsThatContradictEachOtherAreRefusedByName(String fields, String name) {
        Answer answer = conversation.send(fields.replace("\"", "'").replace("TOOLS", TOOLS.strip()));

        assertThat(answer.mustBeError(400, "common.01000001").text("error_msg")).contains(name);
    }

    @Test
    void argumentsThatCannotExistAreRefused() {
        String impossible = "{'tools':[{'type':'function','function':{'name':'f','parameters':"
                + "{'required':['a'],'properties':{'a':{'type':'integer','minimum':2,'maximum':1}}}}}]}";

        assertThat(conversation
                        .send(impossible)
                        .mustBe(ErrorCode.TOOL_NOT_SIMULATED)
                        .text("error_msg"))
                .contains("the tool f", "an empty range");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"false", "[]", "'x'", "{'type':'string'}", "{'required':['a'],'properties':{'a':{'not':{}}}}"})
    void parametersThatNothingFitsAreRefused(String parameters) {
        conversation
                .send("{'tools':[{'type':'function','function':{'name':'f','parameters':" + parameters + "}}]}")
                .mustBe(ErrorCode.TOOL_NOT_SIMULATED);
    }

    private static List<String> names(JsonNode whole) {
        return whole.at("/choices/0/message/tool_calls")
                .valueStream()
                .map(call -> call.at("/function/name").textValue())
                .toList();
    }
}

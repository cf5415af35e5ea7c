package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fabrickit.client.schema.AssistantMessage;
import dev.fabrickit.client.schema.ChatCompletion;
import dev.fabrickit.client.schema.ChatCompletionChunk;
import dev.fabrickit.client.schema.Choice;
import dev.fabrickit.client.schema.ToolCall;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChunkAccumulatorTest {
    private static final String USAGE = "{'prompt_tokens':9,'completion_tokens':12,'total_tokens':21}";

    @Test
    void textsAreJoinedAndTheHeadIsThatOfTheFirstChunk() throws IOException {
        ChatCompletion answer = answer(
                chunk("{'index':0,'delta':{'role':'assistant','content':'Hel'}}"),
                chunk("{'index':0,'delta':{'content':'lo'}}"),
                chunk("{'index':0,'delta':{},'finish_reason':'stop'}"));

        assertThat(answer.getId()).isEqualTo("c");
        assertThat(answer.getCreated()).isEqualTo(7);
        assertThat(answer.getModel()).isEqualTo("m");
        assertThat(answer.getObject()).isEqualTo(ChatCompletion.ObjectEnum.CHAT_COMPLETION);
        assertThat(answer.getChoices())
                .singleElement()
                .returns("stop", Choice::getFinishReason)
                .extracting(Choice::getMessage)
                .returns("assistant", AssistantMessage::getRole)
                .returns("Hello", AssistantMessage::getContent)
                .returns(null, AssistantMessage::getToolCalls);
    }

    @Test
    void choicesAreKeptApartByTheirIndex() throws IOException {
        ChatCompletion answer = answer(
                chunk("{'index':1,'delta':{'content':'B'}},{'index':0,'delta':{'content':'a'}}"),
                chunk("{'index':0,'delta':{'content':'b'},'finish_reason':'length'}"),
                chunk("{'index':1,'delta':{'content':'C'},'finish_reason':'stop'}"));

        assertThat(answer.getChoices())
                .extracting(Choice::getIndex, choice -> choice.getMessage().getContent(), Choice::getFinishReason)
                .containsExactly(tuple(0, "ab", "length"), tuple(1, "BC", "stop"));
    }

    @Test
    void toolCallsAreKeptApartByTheirIndexAndTheirArgumentsJoined() throws IOException {
        ChatCompletion answer = answer(
                calls("{'index':0,'id':'call_0','type':'function','function':{'name':'weather','arguments':''}}"),
                calls("{'index':1,'id':'call_1','type':'function','function':{'name':'time','arguments':'{}'}}"),
                calls("{'index':0,'function':{'arguments':'{\\'city\\':'}}"),
                calls("{'index':0,'function':{'arguments':'\\'Bonn\\'}'}}"));

        assertThat(callsOf(answer))
                .extracting(
                        ToolCall::getId,
                        call -> call.getFunction().getName(),
                        call -> call.getFunction().getArguments())
                .containsExactly(tuple("call_0", "weather", "{\"city\":\"Bonn\"}"), tuple("call_1", "time", "{}"));
        assertThat(answer.getChoices().get(0).getMessage().getContent()).isNull();
    }

    @Test
    void toolCallsWithoutAnIndexAreKeptApartByTheirIds() throws IOException {
        ChatCompletion answer = answer(
                calls("{'id':'call_0','function':{'name':'weather','arguments':'{'}}"),
                calls("{'function':{'arguments':'}'}}"),
                calls("{'id':'call_1','function':{'name':'time','arguments':'{}'}}"));

        assertThat(callsOf(answer))
                .extracting(ToolCall::getId, call -> call.getFunction().getArguments())
                .containsExactly(tuple("call_0", "{}"), tuple("call_1", "{}"));
    }

    @Test
    void theUsageComesFromTheChunkWithoutChoices() throws IOException {
        ChatCompletion answer =
                answer(chunk("{'index':0,'delta':{'content':'a'}}"), "{'id':'c','choices':[],'usage':" + USAGE + "}");

        assertThat(answer.getUsage()).isNotNull();
        assertThat(answer.getUsage().getTotalTokens()).isEqualTo(21);
        assertThat(answer.getChoices()).hasSize(1);
    }

    @Test
    void whatTheContractDoesNotKnowIsKept() throws IOException {
        ChatCompletion answer = answer(
                "{'id':'c','queue':3,'choices':[{'index':0,'delta':{'reasoning':'be','rank':1}}]}",
                "{'id':'c','queue':2,'choices':[{'index':0,'delta':{'reasoning':'cause','rank':2}}]}");

        assertThat(answer.getUnknownFields()).isEqualTo(Map.of("queue", 2));
        assertThat(answer.getChoices().get(0).getMessage().getUnknownFields())
                .isEqualTo(Map.of("reasoning", "because", "rank", 2));
    }

    @Test
    void aRepeatedIdBeginsNoOtherToolCall() throws IOException {
        ChatCompletion answer = answer(
                calls("{'id':'call_0','function':{'name':'weather','arguments':'{'}}"),
                calls("{'id':'call_0','function':{'arguments':'}'}}"),
                calls("{'id':'call_1','function':{'name':'time','arguments':'{}'}}"));

        assertThat(callsOf(answer))
                .extracting(ToolCall::getId, call -> call.getFunction().getArguments())
                .containsExactly(tuple("call_0", "{}"), tuple("call_1", "{}"));
    }

    @Test
    void whatTheContractDoesNotKnowOfChoicesAndToolCallsIsKept() throws IOException {
        ChatCompletion answer = answer(
                chunk("{'index':0,'delta':{},'token_ids':[1]}"),
                calls("{'index':0,'extra':1,'function':{'name':'weather','strict':true}}"));

        assertThat(answer.getChoices().get(0).getUnknownFields()).isEqualTo(Map.of("token_ids", List.of(1)));
        ToolCall call = callsOf(answer).get(0);
        assertThat(call.getUnknownFields()).isEqualTo(Map.of("extra", 1));
        assertThat(call.getFunction().getUnknownFields()).isEqualTo(Map.of("strict", true));
    }

    @Test
    void logProbabilitiesAreJoined() throws IOException {
        ChatCompletion answer = answer(
                chunk("{'index':0,'delta':{},'logprobs':{'content':[{'token':'a'}],'refusal':null}}"),
                chunk("{'index':0,'delta':{},'logprobs':null}"),
                chunk("{'index':0,'delta':{},'logprobs':{'content':[{'token':'b'}]}}"));

        assertThat(answer.getChoices().get(0).getLogprobs())
                .isEqualTo(Map.of("content", List.of(Map.of("token", "a"), Map.of("token", "b"))));
    }

    @Test
    void whatWasGivenOutDoesNotChange() throws IOException {
        ChunkAccumulator parts = new ChunkAccumulator();
        ChatCompletion before =
                parts.add(read(chunk("{'index':0,'delta':{'content':'a'}}"))).completion();
        ChatCompletion after =
                parts.add(read(chunk("{'index':0,'delta':{'content':'b'}}"))).completion();

        assertThat(before.getChoices().get(0).getMessage().getContent()).isEqualTo("a");
        assertThat(after.getChoices().get(0).getMessage().getContent()).isEqualTo("ab");
    }

    @Test
    void nullsAreSurvived() throws IOException {
        ChatCompletion answer = answer(
                "{'id':'c','choices':[null,{'delta':null},{'index':0,'delta':{'tool_calls':[null],'content':null}}]}");

        assertThat(answer.getChoices()).hasSize(1);
    }

    private static List<ToolCall> callsOf(ChatCompletion answer) {
        return answer.getChoices().get(0).getMessage().getToolCalls();
    }

    private static String chunk(String choices) {
        return "{'id':'c','object':'chat.completion.chunk','created':7,'model':'m','choices':[" + choices + "]}";
    }

    private static String calls(String call) {
        return chunk("{'index':0,'delta':{'tool_calls':[" + call + "]}}");
    }

    private static ChatCompletion answer(String... chunks) throws IOException {
        ChunkAccumulator parts = new ChunkAccumulator();
        for (String chunk : chunks) {
            parts.add(read(chunk));
        }
        return parts.completion();
    }

    private static ChatCompletionChunk read(String chunk) throws IOException {
        return Json.read(chunk.replace('\'', '"'), ChatCompletionChunk.class);
    }
}

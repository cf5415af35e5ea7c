package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.openai.core.ObjectMappers;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import io.github.pavelicii.allpairs4j.AllPairs;
import io.github.pavelicii.allpairs4j.Case;
import io.github.pavelicii.allpairs4j.Parameter;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A client written by others agrees with our idea of an answer, whatever pair of parameters made it. */
class OpenAiJavaTest {
    private static final String TOOLS =
            "'tools':[{'type':'function','function':{'name':'f','parameters':{'properties':{'a':{'type':'integer'}}}}},"
                    + "{'type':'function','function':{'name':'g'}}]";
    private static final String ABSENT = "";
    private static final List<Parameter> PARAMETERS = List.of(
            new Parameter(
                    "messages",
                    ABSENT,
                    "'messages':[{'role':'user','content':'f and g'}]",
                    "'messages':[{'role':'user','content':''}]",
                    "'messages':[{'role':'system','content':'be brief'},{'role':'tool','tool_call_id':'1','content':'推理 🚀'}]",
                    "'messages':[{'role':'assistant','content':null,'tool_calls':[{'id':'1','type':'function',"
                            + "'function':{'name':'f','arguments':'{}'}}]}]"),
            new Parameter("limit", ABSENT, "'max_tokens':0", "'max_tokens':1", "'max_completion_tokens':5"),
            new Parameter("stop", ABSENT, "'stop':null", "'stop':'Y'", "'stop':['turn','model']"),
            new Parameter("n", ABSENT, "'n':1", "'n':2", "'n':8"),
            new Parameter("seed", ABSENT, "'seed':0", "'seed':-9223372036854775808"),
            new Parameter("temperature", ABSENT, "'temperature':0", "'temperature':2"),
            new Parameter(
                    "format", ABSENT, "'response_format':{'type':'text'}", "'response_format':{'type':'json_object'}"),
            new Parameter(
                    "tools",
                    ABSENT,
                    TOOLS,
                    TOOLS + ",'tool_choice':'none'",
                    TOOLS + ",'tool_choice':'required'",
                    TOOLS + ",'tool_choice':{'type':'function','function':{'name':'g'}}"),
            new Parameter(
                    "usage",
                    ABSENT,
                    "'stream_options':{'include_usage':true}",
                    "'stream_options':{'include_usage':false}"),
            new Parameter("others", ABSENT, "'top_p':0.5,'user':'u','top_k':3,'logprobs':false,'presence_penalty':-2"));

    @RegisterExtension
    static final StubDriver STUB = new StubDriver();

    private static Conversation conversation;

    @BeforeAll
    static void deploy() {
        conversation = Conversation.with(STUB);
    }

    static List<String> pairs() {
        return new AllPairs.AllPairsBuilder()
                .withParameters(PARAMETERS).withTestCombinationSize(2).build().getGeneratedCases().stream()
                        .map(OpenAiJavaTest::fields)
                        .toList();
    }

    private static String fields(Case chosen) {
        return chosen.values().stream()
                .map(Object::toString)
                .filter(field -> !field.equals(ABSENT))
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Test
    void thePairsAreMany() {
        assertThat(pairs()).hasSizeGreaterThanOrEqualTo(25).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyChunkAndEveryWholeAnswerIsValidForIt(String fields) {
        List<JsonNode> chunks = conversation.stream(fields);
        JsonNode whole = conversation.whole(fields);

        assertThat(chunks)
                .isNotEmpty()
                .allSatisfy(chunk -> assertThat(read(chunk, ChatCompletionChunk.class)
                                .validate()
                                .isValid())
                        .isTrue());
        ChatCompletion answer = read(whole, ChatCompletion.class).validate();
        assertThat(answer.choices()).isNotEmpty();
        assertThat(answer.choices())
                .allSatisfy(choice -> assertThat(choice.message().content().isPresent()
                                || choice.message().toolCalls().isPresent())
                        .isTrue());
        assertThat(answer.usage())
                .hasValueSatisfying(usage ->
                        assertThat(usage.totalTokens()).isEqualTo(usage.promptTokens() + usage.completionTokens()));
    }

    @Test
    void whatIsNotAnAnswerIsNotValidForIt() {
        JsonNode whole =
                Conversation.parse("{\"id\":\"1\",\"object\":\"text_completion\",\"created\":1,\"choices\":[]}");

        assertThat(read(whole, ChatCompletion.class).isValid()).isFalse();
    }

    private static <T> T read(JsonNode json, Class<T> type) {
        try {
            return ObjectMappers.jsonMapper().readValue(json.toString(), type);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json.toString(), e);
        }
    }
}

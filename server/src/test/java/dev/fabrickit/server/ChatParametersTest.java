package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the parameters of a chat do to its answer. */
class ChatParametersTest {
    @RegisterExtension
    static final StubDriver STUB = new StubDriver();

    private static Conversation conversation;

    @BeforeAll
    static void deploy() {
        conversation = Conversation.with(STUB);
    }

    @ParameterizedTest
    @CsvSource({"max_tokens,1", "max_tokens,7", "max_completion_tokens,7"})
    void aLimitCutsTheAnswerAndSaysSo(String name, int limit) {
        String full = text(conversation.whole("{}"));
        JsonNode cut = conversation.whole("{'" + name + "':" + limit + "}");

        assertThat(full).startsWith(text(cut));
        assertThat(text(cut)).isNotEmpty().isNotEqualTo(full);
        assertThat(reason(cut)).isEqualTo("length");
        assertThat(cut.at("/usage/completion_tokens").intValue()).isEqualTo(limit);
    }

    @Test
    void aLimitThatIsJustReachedCutsNothing() {
        JsonNode full = conversation.whole("{}");
        int tokens = full.at("/usage/completion_tokens").intValue();

        JsonNode justReached = conversation.whole("{'max_tokens':" + tokens + "}");
        assertThat(text(justReached)).isEqualTo(text(full));
        assertThat(reason(justReached)).isEqualTo("stop");
        assertThat(reason(conversation.whole("{'max_tokens':" + (tokens - 1) + "}")))
                .isEqualTo("length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'max_tokens':0}", "{'max_completion_tokens':0}", "{'max_tokens':null}"})
    void noLimitMeansTheLimitOfTheDocuments(String fields) {
        String messages = ",'messages':[{'role':'user','content':'" + "word ".repeat(5_000) + "'}]}";

        JsonNode answer = conversation.whole(fields.replace("}", messages));
        assertThat(answer.at("/usage/completion_tokens").intValue()).isEqualTo(4_096);
        assertThat(reason(answer)).isEqualTo("length");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    'tu'                  | 'You said: hello\n\nThis is '
                    'llo\n\nTh'           | 'You said: he'
                    ['turn','said']       | 'You '
                    ['absent','','model'] | 'You said: hello\n\nThis is turn 1 of our conversation. I am a simulated '
                    """)
    void aStopSequenceEndsTheAnswerBeforeIt(String stop, String expected) {
        String sequences = stop.startsWith("[") ? stop.replace('"', '\'') : "'" + stop + "'";
        String fields = "{'stop':" + sequences.replace("\n", "\\n") + "}";

        JsonNode answer = conversation.whole(fields);
        assertThat(text(answer)).isEqualTo(expected.replace("\\n", "\n"));
        assertThat(reason(answer)).isEqualTo("stop");
        assertThat(joined(conversation.stream(fields), 0)).isEqualTo(text(answer));
    }

    @Test
    void choicesComeSideBySideAndEachEndsForItself() {
        List<JsonNode> chunks = conversation.stream("{'n':3}");
        JsonNode whole = conversation.whole("{'n':3}");

        List<Integer> indexes = chunks.stream()
                .map(chunk -> chunk.at("/choices/0/index").intValue())
                .toList();
        assertThat(indexes.subList(0, 6)).containsExactly(0, 1, 2, 0, 1, 2);
        assertThat(whole.get("choices")).hasSize(3);
        assertThat(IntStream.range(0, 3).mapToObj(choice -> joined(chunks, choice)))
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(whole.get("choices")
                        .valueStream()
                        .map(choice -> choice.at("/message/content").textValue())
                        .toList());
        assertThat(chunks)
                .filteredOn(chunk -> chunk.at("/choices/0/finish_reason").isTextual())
                .extracting(chunk -> chunk.at("/choices/0/index").intValue())
                .containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void theSameSeedGivesTheSameAnswerAndOthersGiveOthers() {
        List<String> answers = IntStream.range(1, 20)
                .mapToObj(seed -> text(conversation.whole("{'seed':" + seed + "}")))
                .toList();

        assertThat(answers.stream().distinct()).hasSizeGreaterThan(3);
        assertThat(IntStream.range(1, 20).mapToObj(seed -> joined(conversation.stream("{'seed':" + seed + "}"), 0)))
                .containsExactlyElementsOf(answers);
    }

    @Test
    void atTemperatureZeroTheSeedCountsForNothing() {
        assertThat(IntStream.range(1, 20)
                        .mapToObj(seed -> text(conversation.whole("{'temperature':0,'seed':" + seed + "}")))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aJsonObjectIsOneWhateverWasSaid() {
        JsonNode answer = conversation.whole(
                "{'response_format':{'type':'json_object'},'messages':[{'role':'user','content':'\\\\ \\\" {'}]}");

        JsonNode object = Conversation.parse(text(answer));
        assertThat(object.isObject()).isTrue();
        assertThat(object.get("said").textValue()).isEqualTo("\\ \" {");
    }

    @Test
    void theUsageOfAStreamComesLastAndOnlyWhenAskedFor() {
        List<JsonNode> chunks = conversation.stream("{'stream_options':{'include_usage':true}}");
        JsonNode last = chunks.get(chunks.size() - 1);

        assertThat(last.get("choices")).isEmpty();
        assertThat(last.get("usage")).isEqualTo(conversation.whole("{}").get("usage"));
        assertThat(chunks.subList(0, chunks.size() - 1))
                .allMatch(chunk -> chunk.get("usage").isNull());
        assertThat(List.of("{}", "{'stream_options':{}}", "{'stream_options':{'include_usage':false}}"))
                .allSatisfy(fields -> assertThat(conversation.stream(fields))
                        .allMatch(chunk -> chunk.get("usage").isNull())
                        .noneMatch(chunk -> chunk.get("choices").isEmpty()));
    }

    @Test
    void theUsageIsRightInSum() {
        JsonNode one = conversation.whole("{}").get("usage");
        JsonNode three = conversation.whole("{'n':3,'max_tokens':5}").get("usage");

        assertThat(three.get("completion_tokens").intValue()).isEqualTo(15);
        assertThat(three.get("prompt_tokens")).isEqualTo(one.get("prompt_tokens"));
        assertThat(List.of(one, three))
                .allSatisfy(usage -> assertThat(usage.get("total_tokens").intValue())
                        .isEqualTo(usage.get("prompt_tokens").intValue()
                                + usage.get("completion_tokens").intValue()));
    }

    private static String text(JsonNode whole) {
        return whole.at("/choices/0/message/content").textValue();
    }

    private static String reason(JsonNode whole) {
        return whole.at("/choices/0/finish_reason").textValue();
    }

    private static String joined(List<JsonNode> chunks, int choice) {
        return chunks.stream()
                .flatMap(chunk -> chunk.get("choices").valueStream())
                .filter(grown -> grown.get("index").intValue() == choice)
                .map(grown -> grown.at("/delta/content").asText(""))
                .collect(Collectors.joining());
    }
}

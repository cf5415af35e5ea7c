package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fixtures that server/README.md shows, and an engine that echoes for one base model. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FixtureTest {
    private static final Pattern SHOWN = Pattern.compile("<!-- fixtures -->\\R```yaml\\R(.*?)```", Pattern.DOTALL);
    private static final String TOOL = ",'tools':[{'type':'function','function':{'name':'get_weather'}}]";

    @RegisterExtension
    static final StubDriver STUB = new StubDriver()
            .with("fabrickit.engines.default.simulated.fixtures", fixtures())
            .with("fabrickit.engines.parrot.simulated.echo", true)
            .with("fabrickit.engines.parrot.base-models", List.of("GLM_4_9B"));

    private static Conversation conversation;

    private static String fixtures() {
        try {
            Matcher shown = SHOWN.matcher(Files.readString(Path.of("README.md")));
            assertThat(shown.find()).isTrue();
            Path file = Files.createTempFile("fixtures", ".yaml");
            file.toFile().deleteOnExit();
            return Files.writeString(file, shown.group(1)).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeAll
    static void deploy() {
        conversation = Conversation.with(STUB);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    What is the capital of France?        | Paris.
                    What is the capital of France         | You said: What is the capital of France
                    tell me about refunds, please         | Refunds take three days.
                    ORDER 4711 and refunds                | Order received.
                    """)
    void theFirstFixtureThatFitsAnswers(String said, String answer) {
        assertThat(message(said, "").get("content").textValue()).startsWith(answer);
    }

    @Test
    void aFixtureThatCallsAToolFitsOnlyWhenThatMayBeCalled() {
        JsonNode calls = message("weather?", TOOL).get("tool_calls");

        assertThat(calls.at("/0/function/arguments").textValue()).isEqualTo("{\"city\":\"Dongguan\",\"days\":2}");
        assertThat(message("weather?", "").get("content").textValue()).startsWith("You said");
        assertThat(message("weather?", TOOL + ",'tool_choice':'none'")
                        .get("content")
                        .textValue())
                .startsWith("You said");
    }

    @Test
    void aFixtureIsCutLikeAnyAnswer() {
        assertThat(message("What is the capital of France?", ",'stop':'ris'")
                        .get("content")
                        .textValue())
                .isEqualTo("Pa");
    }

    @Test
    void anEngineAnswersForItsBaseModels() {
        Conversation parrot = Conversation.in(STUB.sandbox(), "GLM_4_9B");

        assertThat(parrot.whole("{}").at("/choices/0/message/content").textValue())
                .isEqualTo("hello");
        assertThat(parrot.stream("{'n':2}")).hasSizeGreaterThan(5);
        assertThat(Conversation.in(STUB.sandbox(), "QWEN_2_72B")
                        .whole("{}")
                        .at("/choices/0/message/content")
                        .textValue())
                .startsWith("You said: hello");
    }

    private static JsonNode message(String said, String fields) {
        return conversation
                .whole("{'messages':[{'role':'user','content':'" + said + "'}]" + fields + "}")
                .at("/choices/0/message");
    }
}

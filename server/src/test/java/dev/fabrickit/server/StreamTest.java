package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The streamed answer, to its last byte, and the whole one beside it. */
class StreamTest {
    @RegisterExtension
    static final StubDriver STUB = StubDriver.shared();

    private static String path;

    @BeforeAll
    static void deploy() {
        Sandbox sandbox = STUB.sandbox();
        String endpoint = sandbox.createEndpoint("one", 0, 1).id();
        path = sandbox.service(
                        sandbox.deploy(sandbox.createModel().id(), endpoint).id())
                + "/invocations";
    }

    @Test
    void theTutorialsRequestIsStreamed() {
        Answer answer = invoke(hello());

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
    }

    @Test
    void everyEventIsOneLineOfDataAndABlankOne() {
        assertThat(invoke(hello()).body()).matches("(data: [^\r\n]+\n\n){5,}");
    }

    @Test
    void theLastEventAndNoOtherSaysDone() {
        List<String> events = events(invoke(hello()));

        assertThat(events.indexOf("[DONE]")).isEqualTo(events.size() - 1);
    }

    @Test
    void everyChunkTellsOfTheSameAnswer() {
        List<JsonNode> chunks = chunks(hello());
        JsonNode first = chunks.get(0);

        assertThat(first.get("id").textValue()).startsWith("chatcmpl-");
        assertThat(first.get("created").longValue())
                .isEqualTo(STUB.clock().instant().getEpochSecond());
        assertThat(first.get("model").textValue()).isNotEmpty();
        assertThat(chunks).allSatisfy(chunk -> {
            assertThat(chunk.get("object").textValue()).isEqualTo("chat.completion.chunk");
            assertThat(List.of("id", "created", "model"))
                    .allSatisfy(field -> assertThat(chunk.get(field)).isEqualTo(first.get(field)));
            assertThat(chunk.get("choices"))
                    .singleElement()
                    .satisfies(
                            choice -> assertThat(choice.get("index").intValue()).isZero());
        });
        assertThat(chunks(hello()).get(0).get("id")).isNotEqualTo(first.get("id"));
    }

    @Test
    void everyChunkShowsTheNullsThatTheTutorialShows() {
        assertThat(chunks(hello()))
                .allSatisfy(chunk -> assertThat(Stream.of("/system_fingerprint", "/usage", "/choices/0/logprobs")
                                .map(chunk::at))
                        .containsOnly(NullNode.instance));
    }

    @Test
    void theRoleStandsInTheFirstDeltaOnly() {
        List<JsonNode> chunks = chunks(hello());

        assertThat(chunks.get(0).at("/choices/0/delta/role").textValue()).isEqualTo("assistant");
        assertThat(chunks.stream().skip(1))
                .allSatisfy(
                        chunk -> assertThat(chunk.at("/choices/0/delta/role").isTextual())
                                .isFalse());
    }

    @Test
    void theFinishReasonStandsInTheLastChunkOnlyWhichHasNoContent() {
        List<JsonNode> chunks = chunks(hello());
        JsonNode last = chunks.get(chunks.size() - 1);

        assertThat(last.at("/choices/0/finish_reason").textValue()).isEqualTo("stop");
        assertThat(last.at("/choices/0/delta/content").isTextual()).isFalse();
        assertThat(chunks.subList(0, chunks.size() - 1))
                .allSatisfy(chunk ->
                        assertThat(chunk.at("/choices/0/finish_reason")).isEqualTo(NullNode.instance));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "",
                "  two\n\nparagraphs\r\n",
                "data: [DONE]\n\n",
                "推理 \uD83D\uDE80\u2028 \u0000",
                "\"\\"
            })
    void thePiecesJoinToTheWholeAnswer(String content) {
        ObjectNode request = hello();
        ((ObjectNode) request.at("/messages/0")).put("content", content);

        String joined = chunks(request).stream()
                .map(chunk -> chunk.at("/choices/0/delta/content").asText(""))
                .collect(Collectors.joining());

        assertThat(joined)
                .contains(content)
                .isEqualTo(invoke(request.put("stream", false))
                        .json()
                        .at("/choices/0/message/content")
                        .textValue());
    }

    @Test
    void aWholeAnswerIsOneJsonObject() {
        Answer answer = invoke(hello().put("stream", false));

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.text("object")).isEqualTo("chat.completion");
        assertThat(answer.text("id")).startsWith("chatcmpl-");
        assertThat(answer.json().get("choices")).singleElement().satisfies(choice -> {
            assertThat(choice.get("index").intValue()).isZero();
            assertThat(choice.at("/message/role").textValue()).isEqualTo("assistant");
            assertThat(choice.get("finish_reason").textValue()).isEqualTo("stop");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "null"})
    void anAnswerIsStreamedUnlessStreamIsFalse(String stream) throws Exception {
        ObjectNode request = hello();
        request.set("stream", Sender.JSON.readTree(stream));

        assertThat(events(invoke(request))).endsWith("[DONE]");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void aLimitIsGivenUnderOneNameOnly(int limit) {
        invoke(hello().put("max_tokens", limit));
        invoke(hello().put("max_completion_tokens", limit));
        STUB.sender()
                .post(path, hello().put("max_tokens", limit).put("max_completion_tokens", 5))
                .mustBeError(400, "common.01000001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'stop':'x'}",
                "{'stop':['x','y']}",
                "{'stop':null}",
                "{'tools':[{'type':'function','function':{'name':'f','parameters':{}}}],'tool_choice':'auto'}",
                "{'user':'u','top_k':5,'seed':1,'temperature':0.5,'unknown':{'a':[null]}}"
            })
    void parametersOfTheContractAreAccepted(String parameters) throws Exception {
        ObjectNode request = hello();
        request.setAll((ObjectNode) Sender.JSON.readTree(parameters.replace('\'', '"')));

        invoke(request);
    }

    @Test
    void anAnswerNeedsNoAcceptHeaderOfItsOwn() {
        Stream.of("application/json", "text/event-stream", "application/json, text/event-stream", "*/*")
                .forEach(accepted -> assertThat(STUB.sender()
                                .send("POST", path, hello(), "Accept", accepted)
                                .mustBe(200)
                                .body())
                        .endsWith("data: [DONE]\n\n"));
    }

    private static ObjectNode hello() {
        return Example.tutorial("invokeModelService");
    }

    private static Answer invoke(ObjectNode request) {
        return STUB.sender().post(path, request).mustBe(200);
    }

    private static List<String> events(Answer answer) {
        return Stream.of(answer.body().split("\n\n"))
                .map(event -> event.substring("data: ".length()))
                .toList();
    }

    private static List<JsonNode> chunks(ObjectNode request) {
        List<String> events = events(invoke(request));
        return events.subList(0, events.size() - 1).stream()
                .map(StreamTest::parse)
                .toList();
    }

    private static JsonNode parse(String event) {
        try {
            return Sender.JSON.readTree(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.fabrickit.server;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that come from a server made by others, with its manners and its failures. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ForeignUpstreamTest {
    private static final String UPSTREAM = "fabrickit.engines.default.upstream.";
    private static final String COMPLETIONS = "/v1/chat/completions";
    private static final WireMockServer FOREIGN =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    private static Stub stub;
    private static Conversation conversation;

    @BeforeAll
    static void start() {
        FOREIGN.start();
        // PATH is a variable that every machine has.
        stub = Stub.start(Map.of(
                UPSTREAM + "url",
                FOREIGN.baseUrl() + "/v1/",
                UPSTREAM + "key-from",
                "PATH",
                "fabrickit.delay.endpoint",
                "0s",
                "fabrickit.delay.service",
                "0s"));
        conversation = Conversation.in(Sandbox.in(new Sender(stub.uri(), stub.token())), "");
    }

    @AfterAll
    static void stop() {
        stub.close();
        FOREIGN.stop();
    }

    @BeforeEach
    void forget() {
        FOREIGN.resetAll();
    }

    @Test
    void theMannersOfOthersAreMadeEven() {
        FOREIGN.stubFor(post(COMPLETIONS)
                .willReturn(events(": a comment\r\n\r\n"
                        + "data:{'id':'x','choices':[{'index':0,'delta':{'role':'assistant','content':'He'}}],"
                        + "'usage':{'prompt_tokens':3,'completion_tokens':1,'total_tokens':4}}\r\n\r\n"
                        + "event: message\nid: 7\ndata: {'choices':[{'index':0,'delta':{'role':'assistant','content':'llo'},"
                        + "'finish_reason':'stop'}],'usage':{'prompt_tokens':3,'completion_tokens':2,'total_tokens':5}}\n\n"
                        + "data: {'choices':[{'index':0,'delta':{'content':'late'}}]}\n\n"
                        + "data: [DONE]\n\n")));

        List<JsonNode> chunks = conversation.stream("{'stream_options':{'include_usage':true}}");
        assertThat(chunks.stream()
                        .map(chunk -> chunk.at("/choices/0/delta/content").asText(""))
                        .collect(Collectors.joining()))
                .isEqualTo("Hello");
        assertThat(chunks)
                .filteredOn(chunk -> chunk.at("/choices/0/delta").hasNonNull("role"))
                .hasSize(1);
        assertThat(chunks.get(chunks.size() - 2).at("/choices/0/finish_reason").textValue())
                .isEqualTo("stop");
        assertThat(chunks.get(chunks.size() - 1).at("/usage/total_tokens").intValue())
                .isEqualTo(5);
        FOREIGN.verify(postRequestedFor(urlEqualTo(COMPLETIONS))
                .withHeader("Authorization", equalTo("Bearer " + System.getenv("PATH"))));
    }

    @ParameterizedTest
    @CsvSource({
        "400,400,dataartsfabric.90000017,too long,1",
        "404,400,dataartsfabric.90000017,too long,1",
        "401,500,dataartsfabric.90000019,key,1",
        "429,429,dataartsfabric.90000018,too many,1",
        "500,500,dataartsfabric.90000019,failed,1",
        "503,500,dataartsfabric.90000019,failed,3",
        "307,500,dataartsfabric.90000019,failed,1"
    })
    void failuresAreToldInTheFormOfThisService(int theirs, int ours, String code, String message, int attempts) {
        FOREIGN.stubFor(post(COMPLETIONS)
                .willReturn(aResponse()
                        .withStatus(theirs)
                        .withHeader("Content-Type", "application/json")
                        .withHeader("Location", "/elsewhere")
                        .withBody("{\"error\":{\"message\":\"your prompt is too long\",\"type\":\"t\",\"code\":1}}")));

        Answer answer = conversation.send("{}").mustBeError(ours, code);
        assertThat(answer.text("error_msg")).contains(message);
        FOREIGN.verify(attempts, postRequestedFor(urlEqualTo(COMPLETIONS)));
    }

    @Test
    void whatFailsBeforeItsFirstTokenIsTriedAgain() {
        FOREIGN.stubFor(post(COMPLETIONS)
                .inScenario("again")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE))
                .willSetStateTo("better"));
        FOREIGN.stubFor(post(COMPLETIONS)
                .inScenario("again")
                .whenScenarioStateIs("better")
                .willReturn(
                        events("data: {'choices':[{'index':0,'delta':{'content':'ok'},'finish_reason':'stop'}]}\n\n")));

        assertThat(conversation.whole("{}").at("/choices/0/message/content").textValue())
                .isEqualTo("ok");
        FOREIGN.verify(2, postRequestedFor(urlEqualTo(COMPLETIONS)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    data: {"choices":
                    data: {"error":{"message":"out of memory"}}
                    data: [DONE]
                    : nothing more
                    """)
    void whatFailsLaterIsNotTriedAgainAndEndsTheStream(String then) {
        FOREIGN.stubFor(post(COMPLETIONS)
                .willReturn(events("data: {'choices':[{'index':0,'delta':{'content':'begun'}}]}\n\n" + then + "\n\n")));

        String body = conversation.send("{}").mustBe(200).body();
        assertThat(body)
                .contains("\"content\":\"begun\"", "\"error_code\":\"dataartsfabric.90000019\"")
                .doesNotContain("[DONE]", "out of memory");
        FOREIGN.verify(1, postRequestedFor(urlEqualTo(COMPLETIONS)));
    }

    @Test
    void whatCannotBeReachedIsSaidSo() {
        try (Stub lonely = Stub.start(Map.of(
                UPSTREAM + "url",
                "http://127.0.0.1:1/v1",
                UPSTREAM + "retries",
                0,
                "fabrickit.delay.endpoint",
                "0s",
                "fabrickit.delay.service",
                "0s"))) {
            Conversation nobody = Conversation.in(Sandbox.in(new Sender(lonely.uri(), lonely.token())), "");

            assertThat(nobody.send("{}")
                            .mustBeError(500, "dataartsfabric.90000019")
                            .text("error_msg"))
                    .contains("cannot be reached");
        }
    }

    private static ResponseDefinitionBuilder events(String body) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "text/event-stream")
                .withBody(body.replace('\'', '"'));
    }
}

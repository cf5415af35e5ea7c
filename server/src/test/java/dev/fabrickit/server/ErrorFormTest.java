package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a request is malformed, the answer has the documented form, and nothing of Java shows. */
class ErrorFormTest {
    private static final String UNREADABLE = "common.01000001";
    private static final String WORKSPACES = "/v1/workspaces";
    private static final int TWELVE_MEGABYTES = 12 * 1024 * 1024;

    @RegisterExtension
    static final StubDriver STUB = StubDriver.shared();

    private static Sandbox sandbox;

    @BeforeAll
    static void createWorkspace() {
        sandbox = STUB.sandbox();
    }

    static Stream<String> malformedWorkspaces() {
        return Stream.of(
                "",
                "   ",
                "null",
                "[]",
                "\"text\"",
                "{}",
                "{'name':",
                "{'name':'team'} x",
                "{'name':'team'}{}",
                "{'name':'team','name':'team'}",
                "{'name':12345}",
                "{'name':1.5}",
                "{'name':true}",
                "{'name':{}}",
                "{'name':['team']}",
                "{'name':null}",
                "{'name':'abc'}",
                "{'name':'" + "a".repeat(33) + "'}",
                "{'name':'te am'}",
                "{'name':'team\\n'}",
                "{'name':'\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00'}",
                "{'name':'team','description':'" + "\uD83D\uDE00".repeat(256) + "'}",
                "{'name':'team','description':5}",
                "{'name':'team','metastore_id':'short'}");
    }

    @ParameterizedTest
    @MethodSource("malformedWorkspaces")
    void aMalformedWorkspaceIsNotCreated(String body) {
        mustBeUnreadable(WORKSPACES, body);
    }

    static Stream<String> malformedEndpoints() {
        String named = "{'name':'one','type':'inference',";
        String units = named + "'reserved_resource':{'mu':{'spec_code':'mu.llama3.8b',";
        return Stream.of(
                "{'name':'one'}",
                "{'name':'one','type':'gpu'}",
                "{'name':'one','type':'Inference'}",
                "{'name':'one','type':''}",
                "{'name':'one','type':5}",
                "{'name':'one','type':'" + "x".repeat(3_000) + "'}",
                "{'name':'','type':'inference'}",
                "{'name':'" + "智".repeat(129) + "','type':'inference'}",
                "{'name':'\uD83D\uDE00','type':'inference'}",
                named + "'description':'a<b'}",
                named + "'description':'" + "\uD83D\uDE00".repeat(1_001) + "'}",
                named + "'reserved_resource':'mu'}",
                named + "'reserved_resource':{'mu':{'min':0,'max':1}}}",
                units + "'min':0}}}",
                units + "'min':0,'max':'1'}}}",
                units + "'min':0,'max':1.5}}}",
                units + "'min':0,'max':0}}}",
                units + "'min':0,'max':1001}}}",
                units + "'min':0,'max':99999999999}}}",
                units + "'min':-1,'max':1}}}",
                units + "'min':null,'max':1}}}",
                units + "'min':false,'max':1}}}",
                named + "'cap':{'a':1,'a':2}}",
                named + "'cap':" + "[".repeat(2_000) + "]".repeat(2_000) + "}",
                named + "'cap':NaN}");
    }

    @ParameterizedTest
    @MethodSource("malformedEndpoints")
    void aMalformedEndpointIsNotCreated(String body) {
        mustBeUnreadable(sandbox.endpoints(), body);
        assertThat(sandbox.contents(sandbox.endpoints())).isEmpty();
    }

    static Stream<String> malformedInvocations() {
        String hello = "{'messages':[{'role':'user','content':'hello'}],";
        return Stream.of(
                "{}",
                "{'messages':null}",
                "{'messages':[]}",
                "{'messages':[null]}",
                "{'messages':'hello'}",
                "{'messages':{'role':'user','content':'hello'}}",
                "{'messages':[{'content':'hello'}]}",
                "{'messages':[{'role':'robot','content':'hello'}]}",
                "{'messages':[{'role':'user','content':5}]}",
                "{'messages':[{'role':'user','content':['hello']}]}",
                "{'messages':[{'role':'user','role':'user'}]}",
                hello + "'stream':'false'}",
                hello + "'stream':0}",
                hello + "'temperature':2.1}",
                hello + "'temperature':'1'}",
                hello + "'temperature':NaN}",
                hello + "'max_tokens':-1}",
                hello + "'n':9}",
                hello + "'tools':[null]}",
                hello + "'tools':[{'type':'function','function':{'name':''}}]}",
                hello + "'response_format':{'type':'xml'}}");
    }

    @ParameterizedTest
    @MethodSource("malformedInvocations")
    void aMalformedInvocationIsNotAnswered(String body) {
        mustBeUnreadable(sandbox.service("any") + "/invocations", body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "2.50", "0.10"})
    void aNumberIsShownAsItWasSent(String number) {
        String request = "{\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}],\"n\":" + number + "}";

        assertThat(sandbox.sender()
                        .post(sandbox.service("any") + "/invocations", request)
                        .mustBeError(400, UNREADABLE)
                        .text("error_msg"))
                .contains("n must be an integer")
                .endsWith(", not " + number);
    }

    private static void mustBeUnreadable(String path, String body) {
        sandbox.sender().post(path, body.replace('\'', '"')).mustBeError(400, UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/workspaces?limit=0, 400",
        "GET, /v1/workspaces?limit=101, 400",
        "GET, /v1/workspaces?limit=ten, 400",
        "GET, /v1/workspaces?limit=1.5, 400",
        "GET, /v1/workspaces?limit=99999999999, 400",
        "GET, /v1/workspaces?limit=1&limit=2, 400",
        "GET, /v1/workspaces?offset=-1, 400",
        "GET, /v1/workspaces?id=a_b, 400",
        "GET, /v1/workspaces?name=%25%25%25%25, 400",
        "GET, /v1/workspaces/any/endpoints?type=gpu, 400",
        "GET, /v1/workspaces/any/endpoints?visibility=private, 400",
        "GET, /v1/workspaces/any/endpoints/any?version=NEXT, 400",
        "GET, /v1/workspaces/any/models?sort_by=SIZE, 400",
        "GET, /v1/workspaces/any/models?order_by=UP, 400",
        "GET, /v1/workspaces/any/services/instances?type=SQL, 400",
        "GET, /v1/workspaces/any/services/instances?visibility=ALL, 400",
        "GET, /v1/specs?scenario=RAY, 400",
        "GET, /v1/specs?spec_types=MU&spec_types=GPU, 400",
        "GET, /v1/workspaces/any/endpoints?endpoint_id=short, 400",
        "GET, /v1/workspaces/a_b/endpoints, 400",
        "GET, /v1/workspaces/%E6%99%BA/endpoints, 400",
        "GET, /v1/workspaces/0123456789012345678901234567890123456/endpoints, 400",
        "GET, /v1/workspaces/any/services/instances/a_b, 400",
        "POST, /v1/workspaces/any/services/instances/a_b/invocations, 400",
        "POST, /v1/workspaces/a_b/services/instances/any/invocations, 400",
        "GET, /nowhere, 404",
        "GET, /v1/nowhere, 404",
        "GET, /v1/workspaces/any/endpoints/any/any, 404",
        "PATCH, /v1/workspaces, 405",
        "DELETE, /v1/workspaces, 405",
        "GET, /v1/workspaces/any, 405",
        "POST, /healthcheck, 405"
    })
    void anAddressThatTheContractDoesNotKnowIsRefused(String verb, String path, int status) {
        Object body = verb.equals("POST") ? Example.tutorial("invokeModelService") : null;
        sandbox.sender().send(verb, path, body).mustBeError(status, UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({"Content-Type, text/plain, 415", "Content-Type, application/xml, 415", "Accept, text/html, 406"})
    void aMediaTypeThatTheContractDoesNotKnowIsRefused(String header, String value, int status) {
        sandbox.sender()
                .send("POST", WORKSPACES, Example.tutorial("createWorkspace"), header, value)
                .mustBeError(status, UNREADABLE);
    }

    /** Bytes that a careful client would not send, written in Latin-1. */
    static Stream<String> malformedText() {
        String body = "{\"name\":\"team\",\"description\":\"\u00ff\u00fe\"}";
        return Stream.of(
                head("POST", WORKSPACES) + "Content-Length: " + body.length() + "\r\n\r\n" + body,
                head("GET", WORKSPACES + "?name=%zzzz") + "\r\n",
                head("GET", WORKSPACES + "/%zz/endpoints") + "\r\n");
    }

    @ParameterizedTest
    @MethodSource("malformedText")
    void textThatIsNotUtf8IsRefused(String request) {
        assertThat(sandbox.sender().raw(request))
                .startsWith("HTTP/1.1 400 ")
                .contains("{\"error_code\":\"" + UNREADABLE + "\",\"error_msg\":\"")
                .doesNotMatch(Answer.INSIDES);
    }

    @Test
    void aBodyOfTwelveMegabytesIsReadAndALargerOneIsNot() {
        String start = "{\"name\":\"team\",\"padding\":\"";
        String largest = start + "x".repeat(TWELVE_MEGABYTES - start.length() - 2) + "\"}";

        sandbox.sender().post(WORKSPACES, largest).mustBe(200);
        sandbox.sender().post(WORKSPACES, largest + " ").mustBeError(413, "APIGW.0201");
    }

    @Test
    void theRequestIdIsSpelledAsTheOfficialClientLooksItUp() {
        Stream.of("/healthcheck", "/nowhere", WORKSPACES, WORKSPACES + "?limit=0", WORKSPACES + "/any/models")
                .forEach(path -> assertThat(sandbox.sender().raw(head("GET", path) + "\r\n"))
                        .as(path)
                        .containsPattern("\r\nX-request-id: [0-9a-f-]{36}-"
                                + STUB.clock().instant().toEpochMilli() + "-fabrickit\r\n"));
    }

    private static String head(String verb, String path) {
        return verb + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Auth-Token: "
                + Stub.DEVELOPMENT_TOKEN + "\r\nContent-Type: application/json\r\n";
    }
}

package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults on demand, as their victims see them. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FaultTest {
    private static final String FAULTS = "/_fabrickit/faults";
    private static final String HEADER = "X-Fabrickit-Fault";

    @RegisterExtension
    static final StubDriver STUB = new StubDriver().with("fabrickit.control", true);

    private static String invocations;

    @BeforeAll
    static void deploy() {
        Sandbox sandbox = STUB.sandbox();
        String endpoint = sandbox.createEndpoint("one", 0, 1).id();
        invocations = sandbox.service(
                        sandbox.deploy(sandbox.createModel().id(), endpoint).id())
                + "/invocations";
    }

    @AfterEach
    void mend() {
        STUB.sender().delete(FAULTS).mustBe(204);
    }

    private static void put(String name, String definition) {
        STUB.sender().put(FAULTS + "/" + name, definition.replace('\'', '"')).mustBe(200);
    }

    private static int status(String path) {
        return STUB.sender().get(path).status();
    }

    private static List<String> events(String fault) {
        String body = STUB.sender()
                .send("POST", invocations, Example.tutorial("invokeModelService"), HEADER, fault.replace('\'', '"'))
                .mustBe(200)
                .body();
        return Stream.of(body.split("\n\n"))
                .map(event -> event.substring("data: ".length()))
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return Sender.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anOperationFailsAsOftenAsToldAndThenSucceedsWhileOthersGoOn() {
        put(
                "busy",
                "{'kind':'status','operation':'listWorkspaces','times':2,'status':503,"
                        + "'error_code':'common.00000503','error_msg':'try later','retry_after':7}");

        Answer first = STUB.sender().get("/v1/workspaces").mustBeError(503, "common.00000503");
        assertThat(first.headers().allValues("Retry-After")).containsExactly("7");
        assertThat(status("/v1/specs")).isEqualTo(200);
        assertThat(List.of(status("/v1/workspaces"), status("/v1/workspaces"))).containsExactly(503, 200);
        assertThat(STUB.sender().get(FAULTS).json().at("/0/struck").intValue()).isEqualTo(2);
    }

    @Test
    void aFaultMayBeBoundToAPath() {
        put("one", "{'kind':'status','path':'/v1/workspaces/some'}");

        assertThat(status("/v1/workspaces/some-id/models")).isEqualTo(500);
        assertThat(status("/v1/workspaces")).isEqualTo(200);
    }

    @Test
    void chanceStrikesTheSameRequestsForTheSameSeed() {
        List<Integer> once = statuses(1);

        assertThat(once).contains(200, 500).isEqualTo(statuses(1)).isNotEqualTo(statuses(2));
    }

    private static List<Integer> statuses(int seed) {
        put("chance", "{'kind':'status','probability':0.5,'seed':" + seed + "}");
        return IntStream.range(0, 20).mapToObj(i -> status("/v1/specs")).toList();
    }

    @Test
    void aDelayedRequestWaitsByTheClock() {
        put("slow", "{'kind':'delay','time':'PT1H','times':1}");
        CompletableFuture<Integer> call = CompletableFuture.supplyAsync(() -> status("/v1/specs"));

        await().until(() -> STUB.sender().get(FAULTS).json().at("/0/struck").intValue() == 1);
        assertThat(call).isNotDone();
        await().until(() -> {
            STUB.clock().advance(Duration.ofHours(1));
            return call.isDone();
        });
        assertThat(call.join()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aStreamIsCutAfterAsManyEventsAsTold(int after) throws IOException {
        put("cut", "{'kind':'cut','after':" + after + "}");
        List<String> lines = new ArrayList<>();

        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                STUB.sender().open(invocations, Example.tutorial("invokeModelService")), StandardCharsets.UTF_8))) {
            assertThatThrownBy(() -> {
                        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                            lines.add(line);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }

        assertThat(lines).filteredOn(line -> line.startsWith("data: ")).hasSize(after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'kind':'cut','after':0,'operation':'invokeModelService'}", "{'kind':'cut','path':'specs'}"})
    void aConnectionMayBeCutBeforeThereIsAnAnswer(String fault) {
        put("cut", fault);

        assertThatThrownBy(() -> {
                    status("/v1/specs");
                    STUB.sender().post(invocations, Example.tutorial("invokeModelService"));
                })
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void oneEventIsMalformedAndTheRestIsWhole() {
        List<String> events = events("{'kind':'malformed_event','after':2}");

        assertThatThrownBy(() -> json(events.get(2))).isInstanceOf(UncheckedIOException.class);
        assertThat(events.get(events.size() - 1)).isEqualTo("[DONE]");
        assertThat(events).hasSizeGreaterThan(4);
        events.stream()
                .limit(events.size() - 1)
                .filter(event -> event != events.get(2))
                .forEach(FaultTest::json);
    }

    @Test
    void aStreamFailsOnItsWay() {
        List<String> events =
                events("{'kind':'error_event','after':2,'error_code':'common.00000504','error_msg':'lost'}");

        assertThat(events).hasSize(3);
        assertThat(json(events.get(2))).isEqualTo(json("{\"error_code\":\"common.00000504\",\"error_msg\":\"lost\"}"));
    }

    @Test
    void moderationEndsAStreamInItsMiddle() {
        List<String> events = events("{'kind':'moderation','after':3}");

        assertThat(events).hasSize(5).endsWith("[DONE]");
        JsonNode last = json(events.get(3));
        assertThat(last.at("/choices/0/finish_reason").textValue()).isEqualTo("content_filter");
        assertThat(last.at("/choices/0/delta")).isEmpty();
        assertThat(last.get("id")).isEqualTo(json(events.get(0)).get("id"));
    }

    @Test
    void moderationLeavesNothingOfAWholeAnswer() {
        put("moderation", "{'kind':'moderation'}");

        JsonNode answer = STUB.sender()
                .post(invocations, Example.tutorial("invokeModelService").put("stream", false))
                .mustBe(200)
                .json();

        assertThat(answer.at("/choices/0/finish_reason").textValue()).isEqualTo("content_filter");
        assertThat(answer.at("/choices/0/message/content").textValue()).isEmpty();
    }

    @Test
    void aFaultInAHeaderStrikesItsOwnRequestOnly() {
        String fault = "{\"kind\":\"status\",\"status\":418}";

        assertThat(STUB.sender().send("GET", "/v1/specs", null, HEADER, fault).status())
                .isEqualTo(418);
        assertThat(status("/v1/specs")).isEqualTo(200);
    }

    @Test
    void withoutControlTheHeaderIsNobodysBusiness() {
        try (Stub plain = Stub.start()) {
            assertThat(new Sender(plain.uri(), plain.token())
                            .send("GET", "/v1/specs", null, HEADER, "{\"kind\":\"status\"}")
                            .status())
                    .isEqualTo(200);
        }
    }
}

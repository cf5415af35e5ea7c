package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.server.lifecycle.Pace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests a fault counts as struck, and what else there is to see of it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FaultEffectTest {
    private static final String FAULTS = "/_fabrickit/faults";
    /** More than a stream of the tutorial's request has. */
    private static final int BEYOND = 10_000;

    @RegisterExtension
    static final StubDriver STUB = new StubDriver().with("fabrickit.control", true);

    private static String service;
    private static String invocations;

    private final Sender sender = STUB.sender();

    @BeforeAll
    static void deploy() {
        Sandbox sandbox = STUB.sandbox();
        String endpoint = sandbox.createEndpoint("one", 0, 1).id();
        service = sandbox.deploy(sandbox.createModel().id(), endpoint).id();
        invocations = sandbox.service(service) + "/invocations";
    }

    @AfterEach
    void mend() {
        sender.delete(FAULTS).mustBe(204);
        STUB.bean(Pace.class).takeTime();
    }

    private void put(String definition) {
        sender.put(FAULTS + "/one", definition.replace('\'', '"')).mustBe(200);
    }

    private int struck() {
        return sender.get(FAULTS).json().at("/0/struck").intValue();
    }

    private static ObjectNode request() {
        return Example.tutorial("invokeModelService");
    }

    private static ObjectNode wholeRequest() {
        return request().put("stream", false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"error_event", "stall", "malformed_event"})
    void whatOnlyAStreamCanMeetIsNotUsedUpByAWholeAnswer(String kind) {
        put("{'kind':'" + kind + "','times':1}");

        sender.post(invocations, wholeRequest()).mustBe(200);
        sender.get("/v1/specs").mustBe(200);

        assertThat(struck()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"error_event", "stall", "malformed_event", "moderation", "cut"})
    void aStreamThatEndsBeforeUsesNothingUp(String kind) {
        put("{'kind':'" + kind + "','after':" + BEYOND + ",'times':1}");

        assertThat(sender.post(invocations, request()).mustBe(200).body()).endsWith("[DONE]\n\n");

        await().untilAsserted(() -> assertThat(struck()).isZero());
    }

    @ParameterizedTest
    @ValueSource(strings = {"error_event", "malformed_event", "moderation"})
    void aStreamThatIsStruckCounts(String kind) {
        put("{'kind':'" + kind + "','after':2,'times':1}");

        String first = sender.post(invocations, request()).mustBe(200).body();
        assertThat(struck()).isOne();

        assertThat(sender.post(invocations, request()).mustBe(200).body())
                .endsWith("[DONE]\n\n")
                .isNotEqualTo(first);
        assertThat(struck()).isOne();
    }

    @Test
    void moderationCountsAWholeAnswerButNotAnotherOperation() {
        put("{'kind':'moderation','times':1}");

        sender.get("/v1/specs").mustBe(200);
        assertThat(struck()).isZero();
        sender.post(invocations, wholeRequest()).mustBe(200);
        assertThat(struck()).isOne();
    }

    @Test
    void aCutCountsAWholeAnswer() {
        put("{'kind':'cut','times':1,'operation':'listSpecs'}");

        assertThat(sender.raw(RawRequest.of("GET", "/v1/specs")
                        .header("X-Auth-Token", Stub.DEVELOPMENT_TOKEN)
                        .text()))
                .isEmpty();

        assertThat(struck()).isOne();
    }

    @Test
    void aRequestWithAWrongFaultOfItsOwnUsesNothingUp() {
        put("{'kind':'status','times':1,'operation':'listSpecs'}");

        sender.send("GET", "/v1/specs", null, "X-Fabrickit-Fault", "{}").mustBe(400);

        assertThat(struck()).isZero();
    }

    @Test
    void aStalledStreamIsSilentAndGoesOnBeingServed() throws Exception {
        put("{'kind':'stall','after':2}");

        try (InputStream answer = sender.open(invocations, request())) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8));
            for (int event = 0; event < 2; event++) {
                assertThat(lines.readLine()).startsWith("data: ");
                assertThat(lines.readLine()).isEmpty();
            }
            await().untilAsserted(() -> assertThat(struck()).isOne());
            STUB.clock().advance(Duration.ofMinutes(1));

            CompletableFuture<String> next = CompletableFuture.supplyAsync(() -> read(lines));
            await().during(Duration.ofMillis(300)).until(() -> !next.isDone());
            assertThat(running()).isEqualTo("1.0");
        }

        await().untilAsserted(() -> assertThat(running()).isEqualTo("0.0"));
    }

    private static String read(BufferedReader lines) {
        try {
            return String.valueOf(lines.readLine());
        } catch (IOException e) {
            return "gone";
        }
    }

    private String running() {
        return sender.get("/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("vllm:num_requests_running") && line.contains(service))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElse("none");
    }

    @Test
    void anInstantClockDelaysNothing() throws ExecutionException, InterruptedException, TimeoutException {
        put("{'kind':'delay','time':'PT1H'}");
        STUB.bean(Pace.class).settleAtOnce();

        CompletableFuture<Integer> call =
                CompletableFuture.supplyAsync(() -> sender.get("/v1/specs").status());

        assertThat(call.get(10, TimeUnit.SECONDS)).isEqualTo(200);
        assertThat(struck()).isOne();
    }
}

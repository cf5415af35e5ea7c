package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.server.invocation.ScriptedEngine;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Answers that come from a second stub. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UpstreamTest {
    private static final String UPSTREAM = "fabrickit.engines.default.upstream.";
    private static final Map<String, Object> AT_ONCE =
            Map.of("fabrickit.delay.endpoint", "0s", "fabrickit.delay.service", "0s", "fabrickit.delay.token", "0s");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'n':3,'seed':5,'stream_options':{'include_usage':true}}",
                "{'max_tokens':4}",
                "{'max_completion_tokens':4,'stop':'said'}",
                "{'response_format':{'type':'json_object'}}",
                "{'messages':[{'role':'user','content':'推理 🚀 \\u2028 \\\\'}]}",
                "{'n':2,'tools':[{'type':'function','function':{'name':'f','parameters':{'required':['a'],"
                        + "'properties':{'a':{'type':'integer'}}}}}],'tool_choice':'required'}"
            })
    void theSameComesThroughAsFromTheServerItself(String fields) {
        try (Stub second = Stub.start(AT_ONCE);
                OpenAiAdapter adapter = new OpenAiAdapter(conversation(second));
                Stub first = Stub.start(settings(Map.of(UPSTREAM + "url", adapter.url())))) {
            Conversation through = conversation(first);
            Conversation itself = conversation(second);

            assertThat(choices(through.stream(fields))).isEqualTo(choices(itself.stream(fields)));
            JsonNode whole = through.whole(fields);
            assertThat(whole.get("choices")).isEqualTo(itself.whole(fields).get("choices"));
            assertThat(whole.get("usage")).isEqualTo(itself.whole(fields).get("usage"));
            assertThat(adapter.requests()).hasSize(2);
        }
    }

    private static List<JsonNode> choices(List<JsonNode> chunks) {
        return chunks.stream().map(chunk -> chunk.get("choices")).toList();
    }

    @Test
    void itIsAlwaysAskedForAStreamWithUsageAndWithTheLimitSpelledOut() {
        try (Stub second = Stub.start(AT_ONCE);
                OpenAiAdapter adapter = new OpenAiAdapter(conversation(second));
                Stub first = Stub.start(settings(Map.of(UPSTREAM + "url", adapter.url(), UPSTREAM + "model", "m")))) {
            conversation(first).whole("{'max_completion_tokens':0,'temperature':0.5}");

            ObjectNode asked = adapter.requests().remove();
            assertThat(asked.get("stream").booleanValue()).isTrue();
            assertThat(asked.at("/stream_options/include_usage").booleanValue()).isTrue();
            assertThat(asked.get("max_tokens").intValue()).isEqualTo(4096);
            assertThat(asked.has("max_completion_tokens")).isFalse();
            assertThat(asked.get("model").textValue()).isEqualTo("m");
            assertThat(asked.get("temperature").doubleValue()).isEqualTo(0.5);
        }
    }

    @Test
    void leavingEndsTheCallAndFreesItsPlace() throws Exception {
        CountDownLatch cancelled = new CountDownLatch(1);
        Flux<String> script = Flux.concat(Flux.just("first"), Flux.never()).doOnCancel(cancelled::countDown);
        Map<String, Object> scripted = new HashMap<>(AT_ONCE);
        scripted.put(ScriptedEngine.SETTING, (Supplier<Publisher<String>>) () -> script);
        // The adapter learns that its caller has left when it has something to pass on.
        scripted.put("fabrickit.keep-alive", "100ms");
        try (Stub second = Stub.start(scripted);
                OpenAiAdapter adapter = new OpenAiAdapter(conversation(second));
                Stub first = Stub.start(settings(Map.of(UPSTREAM + "url", adapter.url(), UPSTREAM + "calls", 1)))) {
            Conversation through = conversation(first);
            try (BufferedReader lines = open(through)) {
                assertThat(lines.readLine()).contains("\"role\":\"assistant\"");
                assertThat(lines.readLine()).isEmpty();
                assertThat(lines.readLine()).contains("\"content\":\"first\"");

                through.send("{}").mustBeError(429, "dataartsfabric.90000018");
                assertThat(cancelled.getCount()).isOne();
            }
            assertThat(cancelled.await(20, TimeUnit.SECONDS)).isTrue();
            try (BufferedReader lines = open(through)) {
                assertThat(lines.readLine()).contains("\"role\":\"assistant\"");
            }
        }
    }

    private static BufferedReader open(Conversation conversation) {
        return new BufferedReader(new InputStreamReader(
                conversation.sender().open(conversation.path(), Conversation.request("{}")), StandardCharsets.UTF_8));
    }

    @Test
    void aServerThatSaysNothingIsGivenUpAfterItsTime() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        Map<String, Object> scripted = new HashMap<>(AT_ONCE);
        scripted.put(ScriptedEngine.SETTING, (Supplier<Publisher<String>>)
                () -> Flux.<String>never().doOnRequest(n -> asked.countDown()));
        try (Stub second = Stub.start(scripted);
                OpenAiAdapter adapter = new OpenAiAdapter(conversation(second));
                Stub first = Stub.start(
                        settings(Map.of(UPSTREAM + "url", adapter.url(), UPSTREAM + "first-token-timeout", "40s")))) {
            Conversation through = conversation(first);
            StubClock clock = first.bean(StubClock.class);
            clock.stop();
            CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> through.send("{'stream':false}"));

            // A unit has to be there first, which takes the stub's own time.
            await().until(() -> {
                clock.advance(Duration.ofSeconds(1));
                return asked.getCount() == 0;
            });
            assertThat(answer).isNotDone();
            // The role comes before the silence: which of the two waits is under way is not known from here.
            clock.advance(Duration.ofSeconds(80));

            answer.get(20, TimeUnit.SECONDS).mustBeError(500, "dataartsfabric.90000019");
        }
    }

    private static Map<String, Object> settings(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(AT_ONCE);
        settings.putAll(more);
        return settings;
    }

    private static Conversation conversation(Stub stub) {
        return Conversation.in(Sandbox.in(new Sender(stub.uri(), stub.token())), "");
    }
}

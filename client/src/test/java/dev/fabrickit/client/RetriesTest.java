package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fabrickit.client.api.Call;
import dev.fabrickit.client.schema.ChatCompletionRequest;
import dev.fabrickit.client.schema.CreateWorkspaceInput;
import dev.fabrickit.client.schema.UpdateModelInput;
import dev.fabrickit.client.schema.UpdateWorkspaceInput;
import dev.fabrickit.client.wrong.RawServer;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class RetriesTest {
    private static final Consumer<FabricClient> GET =
            client -> client.workspaces().listWorkspaces();
    private static final Consumer<FabricClient> PUT =
            client -> client.workspaces().updateWorkspace("w", new UpdateWorkspaceInput());
    private static final Consumer<FabricClient> DELETE =
            client -> client.endpoints().deleteEndpoint("w", "e");
    private static final Consumer<FabricClient> POST =
            client -> client.workspaces().createWorkspace(new CreateWorkspaceInput());
    private static final Consumer<FabricClient> VERSION =
            client -> client.models().updateModelDefinition("w", "m", new UpdateModelInput());
    private static final Consumer<FabricClient> INVOKE = client ->
            client.invokeModelService("w", "i", new ChatCompletionRequest()).close();

    private final SteppedTime time = new SteppedTime();

    static Stream<Arguments> whatIsRepeated() {
        return Stream.of(
                Arguments.of("a read after 429", GET, 429, true),
                Arguments.of("a read after 503", GET, 503, true),
                Arguments.of("a change after 503", PUT, 503, true),
                Arguments.of("a delete after 503", DELETE, 503, true),
                Arguments.of("a creation after 429", POST, 429, true),
                Arguments.of("an invocation after 429", INVOKE, 429, true),
                Arguments.of("a new version after 429", VERSION, 429, true),
                Arguments.of("a creation after 503", POST, 503, false),
                Arguments.of("an invocation after 503", INVOKE, 503, false),
                Arguments.of("a new version after 503", VERSION, 503, false),
                Arguments.of("a read after 500", GET, 500, false),
                Arguments.of("a read after 502", GET, 502, false),
                Arguments.of("a read after 408", GET, 408, false),
                Arguments.of("a read after 400", GET, 400, false));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("whatIsRepeated")
    void onlyWhatIsSafeIsRepeatedAndNoMoreThanFourTimes(
            String name, Consumer<FabricClient> call, int status, boolean repeated) {
        try (HandMadeService service = HandMadeService.that(new Replies().then(status))) {
            assertThatExceptionOfType(ErrorAnswerException.class)
                    .isThrownBy(() -> call.accept(client(service)))
                    .satisfies(e -> assertThat(e.status()).isEqualTo(status));

            assertThat(service.everythingAsked()).hasSize(repeated ? 4 : 1);
            assertThat(time.pauses()).hasSize(repeated ? 3 : 0);
        }
    }

    @Test
    void theFirstGoodAnswerCounts() {
        Replies replies = new Replies().then(503).then(429).then(200, Map.of(), "{\"total\":7}");
        try (HandMadeService service = HandMadeService.that(replies)) {
            assertThat(client(service).workspaces().listWorkspaces().getTotal()).isEqualTo(7);
            assertThat(service.everythingAsked()).hasSize(3);
        }
    }

    @Test
    void retryAfterIsKeptAsSecondsAndAsDate() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                SteppedTime.BEGIN.plusSeconds(7 + 20).atOffset(ZoneOffset.UTC));
        Replies replies = new Replies()
                .then(503, Map.of("Retry-After", "7"))
                .then(503, Map.of("Retry-After", date))
                .then(503, Map.of("Retry-After", date))
                .then(200);
        try (HandMadeService service = HandMadeService.that(replies)) {
            GET.accept(client(service));

            assertThat(time.pauses()).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(20), Duration.ZERO);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "1.5", "99999999999", ""})
    void aRetryAfterThatCannotBeReadIsNone(String value) {
        try (HandMadeService service = HandMadeService.that(new Replies().then(429, Map.of("Retry-After", value)))) {
            ErrorAnswerException error =
                    catchThrowableOfType(ErrorAnswerException.class, () -> GET.accept(client(service)));

            assertThat(error.retryAfter()).isNull();
            assertThat(time.pauses()).allMatch(pause -> pause.compareTo(Duration.ofMillis(800)) <= 0);
        }
    }

    @Test
    void aPauseThatOutlastsTheRequestIsNotWaitedFor() {
        try (HandMadeService service = HandMadeService.that(new Replies().then(429, Map.of("Retry-After", "61")))) {
            assertThatExceptionOfType(ErrorAnswerException.class)
                    .isThrownBy(() -> GET.accept(client(service)))
                    .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(61)));

            assertThat(time.pauses()).isEmpty();
        }
    }

    @Test
    void allAttemptsTogetherHaveTheTimeOfOneRequest() {
        try (HandMadeService service = HandMadeService.that(new Replies().then(429, Map.of("Retry-After", "25")))) {
            assertThatExceptionOfType(ErrorAnswerException.class).isThrownBy(() -> GET.accept(client(service)));

            assertThat(time.pauses()).containsExactly(Duration.ofSeconds(25), Duration.ofSeconds(25));
        }
    }

    @Test
    void withoutAConnectionEverythingIsRepeated() {
        HandMadeService gone = HandMadeService.that(new Replies().then(200));
        FabricClient client = client(gone);
        gone.close();

        assertThatExceptionOfType(ConnectionFailedException.class)
                .isThrownBy(() -> POST.accept(client))
                .satisfies(e -> assertThat(e.isUnsent()).isTrue());
        assertThat(time.pauses()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void afterALostAnswerOnlyWhatIsIdempotentIsRepeated(boolean idempotent) {
        AtomicInteger connections = new AtomicInteger();
        try (RawServer service = new RawServer(wire -> {
            wire.request();
            if (connections.incrementAndGet() < 3) {
                wire.send("HTTP/1.1 200 OK\r\nContent-");
            } else {
                wire.answer(200, "application/json", "{}");
            }
        })) {
            FabricClient client =
                    FabricClient.builder().adminUrl(service.uri()).time(time).build();

            if (idempotent) {
                DELETE.accept(client);
            } else {
                assertThatExceptionOfType(ConnectionFailedException.class)
                        .isThrownBy(() -> POST.accept(client))
                        .satisfies(e -> assertThat(e.isUnsent()).isFalse());
            }
            assertThat(connections).hasValue(idempotent ? 3 : 1);
            assertThat(time.pauses()).hasSize(idempotent ? 2 : 0);
        }
    }

    @Test
    void anInterruptedCallIsNotRepeated() {
        try (HandMadeService service = HandMadeService.that(new Replies().then(200))) {
            Thread.currentThread().interrupt();

            assertThatExceptionOfType(ConnectionFailedException.class).isThrownBy(() -> GET.accept(client(service)));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(time.pauses()).isEmpty();
        }
    }

    @Test
    void pausesAreDrawnBetweenNothingAndALimitThatDoubles() {
        Call call = Call.of("listWorkspaces", "GET", "/");
        ErrorAnswerException busy = new ErrorAnswerException(call, null, 429, ServiceError.UNREADABLE, null);
        Retries retries = new Retries(100, Duration.ofMillis(200), Duration.ofSeconds(1));

        for (int attempt = 1; attempt < 100; attempt++) {
            int number = attempt;
            List<Duration> pauses = IntStream.range(0, 200)
                    .mapToObj(i -> retries.pauseAfter(number, call, busy))
                    .toList();
            Duration limit = Duration.ofMillis(Math.min(1000, 200L << Math.min(attempt - 1, 10)));

            assertThat(pauses).allMatch(pause -> !pause.isNegative() && pause.compareTo(limit) <= 0);
            assertThat(pauses).anyMatch(pause -> pause.compareTo(limit.dividedBy(2)) > 0);
            assertThat(pauses).anyMatch(pause -> pause.compareTo(limit.dividedBy(2)) < 0);
        }
        assertThat(retries.pauseAfter(100, call, busy)).isNull();
    }

    @Test
    void attemptsAndPausesMustBeSensible() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Retries(0, Duration.ZERO, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new Retries(1, Duration.ofMillis(-1), Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Retries(2, Duration.ofMillis(1), ChronoUnit.FOREVER.getDuration()))
                .withMessageStartingWith("longestPause");
        assertThatNoException().isThrownBy(() -> new Retries(2, Duration.ofDays(1), Duration.ofDays(1)));
    }

    private FabricClient client(HandMadeService service) {
        return service.builder().retries(Retries.USUAL).time(time).build();
    }
}

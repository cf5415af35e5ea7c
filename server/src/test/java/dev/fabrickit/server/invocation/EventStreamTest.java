package dev.fabrickit.server.invocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fabrickit.server.Timers;
import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.io.buffer.ReadBuffer;
import io.micronaut.core.io.buffer.ReadBufferFactory;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Events on their way to a connection whose event loop runs when the test says so. */
class EventStreamTest {
    private static final String NUMBERS = "0123456789abcdefghijklmnopqrstuvwxyz";

    private static ApplicationContext context;

    private final EmbeddedChannel connection = new EmbeddedChannel();
    private final Reader reader = new Reader();
    private final EventStream stream = new EventStream(
            connection,
            context.getBean(EventWriter.class),
            new Silence(context.getBean(Timers.class), context.getBean(Clock.class), Duration.ofHours(1), () -> false));

    @BeforeAll
    static void start() {
        context = ApplicationContext.builder().deduceEnvironment(false).start();
    }

    @AfterAll
    static void close() {
        context.close();
    }

    private static final class Reader extends BaseSubscriber<ReadBuffer> {
        final List<String> writes = new ArrayList<>();
        boolean completed;

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            // Asks when the test does.
        }

        @Override
        protected void hookOnNext(ReadBuffer write) {
            writes.add(write.toString(StandardCharsets.UTF_8));
        }

        @Override
        protected void hookOnComplete() {
            completed = true;
        }
    }

    private void open(Publisher<byte[]> events) {
        events.subscribe(stream);
        connection.runPendingTasks();
    }

    private void read(int writes) {
        if (!reader.isDisposed() && reader.writes.isEmpty()) {
            stream.read(reader, ReadBufferFactory.getJdkFactory());
        }
        for (int i = 0; i < writes; i++) {
            reader.request(1);
            connection.runPendingTasks();
        }
    }

    private static Flux<byte[]> events(String letters) {
        return Flux.fromStream(Stream.of(letters.split(""))).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatFailsInPlaceOfTheFirstEventIsNoStream() {
        open(Flux.error(new Refusal(ErrorCode.NOT_READY, "not yet")));

        assertThatThrownBy(() -> stream.opening().join()).hasRootCauseInstanceOf(Refusal.class);
    }

    @Test
    void nothingIsOpenedBeforeThereIsSomethingToWrite() {
        Sinks.Many<byte[]> source = Sinks.many().unicast().onBackpressureBuffer();

        open(source.asFlux());
        assertThat(stream.opening()).isNotDone();

        source.tryEmitNext(new byte[] {'0'});
        connection.runPendingTasks();
        assertThat(stream.opening()).isCompleted();
    }

    @Test
    void whatIsThereTogetherIsWrittenTogetherButTheFirstEventAlone() {
        open(events(NUMBERS));
        read(9);

        assertThat(reader.writes)
                .containsExactly("0", NUMBERS.substring(1, 17), NUMBERS.substring(17, 33), NUMBERS.substring(33));
        assertThat(reader.completed).isTrue();
    }

    @Test
    void whatComesByItselfIsWrittenByItself() {
        Sinks.Many<byte[]> source = Sinks.many().unicast().onBackpressureBuffer();
        open(source.asFlux());
        source.tryEmitNext(new byte[] {'0'});
        connection.runPendingTasks();
        read(1);

        for (String event : List.of("1", "2")) {
            reader.request(1);
            source.tryEmitNext(event.getBytes(StandardCharsets.UTF_8));
            connection.runPendingTasks();
        }

        assertThat(reader.writes).containsExactly("0", "1", "2");
    }

    @Test
    void aReaderWhoTakesNothingStopsTheSource() {
        AtomicInteger made = new AtomicInteger();

        open(Flux.<byte[]>generate(sink -> sink.next(new byte[] {'x'})).doOnNext(event -> made.incrementAndGet()));
        assertThat(made).hasValue(1);
        read(3);
        int afterThree = made.get();
        connection.runPendingTasks();

        assertThat(reader.writes).hasSize(3);
        assertThat(made).hasValue(afterThree);
        assertThat(afterThree).isBetween(3, 1 + 2 * EventStream.AHEAD);
    }

    @Test
    void aConnectionThatClosesBeforeTheFirstEventEndsTheSource() {
        AtomicInteger cancelled = new AtomicInteger();
        open(Flux.<byte[]>never().doOnCancel(cancelled::incrementAndGet));

        connection.close();
        connection.runPendingTasks();

        assertThat(cancelled).hasValue(1);
        assertThat(stream.opening()).isCompleted();
    }

    @Test
    void aConnectionThatClosesLaterEndsTheSourceAndGetsNothingMore() {
        AtomicInteger cancelled = new AtomicInteger();
        Sinks.Many<byte[]> source = Sinks.many().multicast().directBestEffort();
        open(source.asFlux().doOnCancel(cancelled::incrementAndGet));
        source.tryEmitNext(new byte[] {'0'});
        read(2);

        connection.close();
        source.tryEmitNext(new byte[] {'1'});
        connection.runPendingTasks();

        assertThat(cancelled).hasValue(1);
        assertThat(reader.writes).containsExactly("0");
        assertThat(reader.completed).isFalse();
    }
}

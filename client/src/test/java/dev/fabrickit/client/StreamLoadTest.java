package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.client.schema.ChatCompletionChunk;
import dev.fabrickit.client.schema.ChatCompletionRequest;
import dev.fabrickit.client.wrong.RawServer;
import dev.fabrickit.client.wrong.Wire;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Phaser;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many streams of one client at a time. Each round the server sends so many chunks to each, as fast as they are read; between
 * the rounds all streams are open and nobody works, so that what lives can be measured.
 */
@Tag("exhaustive")
@Timeout(280)
class StreamLoadTest {
    private static final int STREAMS = 200;
    private static final int CHUNKS = 1_000;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 5;
    /** One more than are measured: after the last, readers are gone, and their time with them. */
    private static final int SENT = WARM_UP + ROUNDS + 1;

    private static final int LARGEST_RATIO = 3;
    private static final long HEAP_TOLERANCE = 8L << 20;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String CHUNK =
            "{\"id\":\"chatcmpl-62dda7304f53451c9477e0\",\"object\":\"chat.completion.chunk\","
                    + "\"created\":1730120529,\"model\":\"ada1d67d-f2a1-4e77-838f-0d8688d756f4\",\"choices\":[{\"index\":0,"
                    + "\"delta\":{\"content\":\" hello\"},\"finish_reason\":null,\"logprobs\":null}],"
                    + "\"system_fingerprint\":null,\"usage\":null}";

    private final Phaser sending = new Phaser(STREAMS + 1);
    private final Phaser reading = new Phaser(STREAMS + 1);

    @Test
    void manyStreamsCostLittleMoreThanTheirJsonAndHoldNothing() throws IOException, InterruptedException {
        List<Long> costs = new ArrayList<>();
        List<Long> baselines = new ArrayList<>();
        List<Long> heaps = new ArrayList<>();
        try (RawServer server = new RawServer(this::stream);
                FabricClient client = FabricClient.builder()
                        .adminUrl(server.uri())
                        .requestTimeout(Duration.ofMinutes(4))
                        .silenceTimeout(Duration.ofMinutes(4))
                        .build()) {
            List<Thread> readers = Stream.generate(() -> new Thread(() -> read(client), "reader"))
                    .limit(STREAMS)
                    .toList();
            readers.forEach(Thread::start);
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                long before = clientCpu();
                sending.arriveAndAwaitAdvance();
                reading.arriveAndAwaitAdvance();
                long cost = clientCpu() - before;
                long baseline = jacksonAlone();
                if (round >= WARM_UP) {
                    costs.add(cost / (STREAMS * CHUNKS));
                    baselines.add(baseline / (STREAMS * CHUNKS));
                    heaps.add(liveHeap());
                }
            }
            sending.arriveAndDeregister();
            reading.arriveAndDeregister();
            for (Thread reader : readers) {
                reader.join();
            }
        }

        double ratio = average(costs) / average(baselines);
        System.out.printf(
                "%d streams of one client, %d cores: %.0f ns CPU per chunk of %d bytes, Jackson alone %.0f ns, ratio %.2f;"
                        + " live heap between the rounds %s MiB%n",
                STREAMS,
                Runtime.getRuntime().availableProcessors(),
                average(costs),
                CHUNK.length(),
                average(baselines),
                ratio,
                heaps.stream().map(heap -> "%.1f".formatted(heap / 1048576.0)).toList());
        assertThat(ratio).isLessThanOrEqualTo(LARGEST_RATIO);
        assertThat(heaps.get(ROUNDS - 1)).isLessThan(heaps.get(0) + HEAP_TOLERANCE);
    }

    private void stream(Wire wire) throws IOException {
        wire.request();
        wire.beginStream();
        byte[] event = ("data: " + CHUNK + "\n\n").getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < SENT; round++) {
            sending.arriveAndAwaitAdvance();
            for (int chunk = 0; chunk < CHUNKS; chunk++) {
                wire.piece(event);
            }
        }
        wire.event("[DONE]").endBody();
    }

    private void read(FabricClient client) {
        try (ChunkStream answer = client.invokeModelService("w", "i", new ChatCompletionRequest())) {
            Iterator<ChatCompletionChunk> chunks = answer.iterator();
            for (int read = 1; chunks.hasNext(); read++) {
                chunks.next();
                if (read % CHUNKS == 0) {
                    reading.arriveAndAwaitAdvance();
                }
            }
        }
    }

    /** Of the readers and of what the JDK's client works with. */
    private static long clientCpu() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("reader|(fabrickit-client|HttpClient)-.*"))
                .mapToLong(thread -> Math.max(0, THREADS.getThreadCpuTime(thread.getId())))
                .sum();
    }

    private static long jacksonAlone() throws IOException {
        byte[] json = CHUNK.getBytes(StandardCharsets.UTF_8);
        long before = THREADS.getCurrentThreadCpuTime();
        int read = 0;
        for (int chunk = 0; chunk < STREAMS * CHUNKS; chunk++) {
            read += Json.read(json, ChatCompletionChunk.class).getChoices().size();
        }
        assertThat(read).isEqualTo(STREAMS * CHUNKS);
        return THREADS.getCurrentThreadCpuTime() - before;
    }

    private static long liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static double average(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).average().orElseThrow();
    }
}

package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A stub that keeps its data in a folder may be killed at any moment. */
class KillTest {
    private static final int KILLS = 20;
    private static final Duration DELAY = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private final Random random = new Random(4);
    private final List<Scribe> scribes = new ArrayList<>();
    private final List<String> endpoints = new ArrayList<>();
    private int answered;
    private int underWay;

    @Test
    @Tag("exhaustive")
    @Timeout(400)
    void whatWasAnsweredOutlivesTwentyKillsInMidWrite() throws Exception {
        String workspace;
        try (StubProcess stub = start()) {
            workspace = Sandbox.in(stub.sender()).id();
            LongStream.range(0, 4)
                    .mapToObj(seed -> new Scribe(Sandbox.in(stub.sender()).id(), seed))
                    .forEach(scribes::add);
        }
        for (int kill = 0; kill < KILLS; kill++) {
            try (StubProcess stub = start()) {
                checkAll(new Sandbox(stub.sender(), workspace));
                writeUntilKilled(stub, new Sandbox(stub.sender(), workspace), 1 + random.nextInt(200));
            }
        }
        try (StubProcess stub = start()) {
            Sandbox box = new Sandbox(stub.sender(), workspace);
            checkAll(box);
            await().atMost(DELAY.multipliedBy(3))
                    .until(() -> endpoints.stream()
                            .allMatch(id -> box.status(box.endpoint(id)).equals("RUNNING")));
        }
        assertThat(underWay).as("transitions that went on after a kill").isPositive();
        System.out.printf(
                "%d kills -9: all of %d answered writes were there, %d transitions went on%n",
                KILLS, answered, underWay);
    }

    private StubProcess start() {
        Map<String, Object> settings = new HashMap<>(Database.folder(folder));
        settings.put("fabrickit.delay.endpoint", DELAY);
        return StubProcess.start(settings);
    }

    private void checkAll(Sandbox box) {
        scribes.forEach(scribe -> scribe.check(box.sender()));
        assertThat(Customer.ids(box, box.endpoints())).containsExactlyInAnyOrderElementsOf(endpoints);
        for (String id : endpoints) {
            String status = box.status(box.endpoint(id));
            assertThat(status).isIn("CREATING", "RUNNING");
            underWay += status.equals("CREATING") ? 1 : 0;
        }
    }

    private void writeUntilKilled(StubProcess stub, Sandbox box, int enough) throws Exception {
        endpoints.add(box.createEndpoint("one-" + endpoints.size(), 0, 1).id());
        CountDownLatch writes = new CountDownLatch(enough);
        List<CompletableFuture<Void>> writing = scribes.stream()
                .map(scribe -> CompletableFuture.runAsync(() -> scribe.write(stub.sender(), writes::countDown)))
                .toList();
        assertThat(writes.await(60, TimeUnit.SECONDS)).isTrue();
        stub.kill();
        for (CompletableFuture<Void> over : writing) {
            over.get(30, TimeUnit.SECONDS);
        }
        answered += enough;
    }
}

package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Callers that leave at random moments: nothing is left of them. */
class LeavingCallersTest {
    private static final int CALLERS = 500;
    private static final int AT_ONCE = 40;
    private static final long SEED = 4;

    private final Logger log = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private Stub stub;
    private String service;
    private String path;

    /** Twenty slots, so half of the callers wait; as many worker threads before as after. */
    @BeforeEach
    void deploy() {
        stub = Stub.start(Map.of(
                "fabrickit.delay.endpoint", "0s",
                "fabrickit.delay.service", "0s",
                "fabrickit.delay.token", "1ms",
                "fabrickit.units.slots", 10,
                "fabrickit.units.cold-start", "20ms",
                "micronaut.executors.blocking.type", "fixed",
                "micronaut.executors.blocking.number-of-threads", 4));
        Sandbox sandbox = Sandbox.in(new Sender(stub.uri(), stub.token()));
        String endpoint = sandbox.createEndpoint("one", 0, 2).id();
        service = sandbox.deploy(sandbox.createModel().id(), endpoint).id();
        path = sandbox.service(service) + "/invocations";
        logged.start();
        log.addAppender(logged);
    }

    @AfterEach
    void close() {
        log.detachAppender(logged);
        stub.close();
    }

    @Test
    void nothingIsLeftOfCallersThatLeaveAtRandomMoments() throws Exception {
        visit(-1, AT_ONCE);
        awaitRest();
        Set<String> threads = threads();

        int served = visit(SEED, CALLERS);
        awaitRest();

        assertThat(served).isBetween(CALLERS / 4, CALLERS);
        assertThat(metric("vllm:request_success_total", "abort")).isGreaterThan(CALLERS / 10.0);
        // Those that end by themselves after a second without work are waited for.
        await().pollInSameThread().untilAsserted(() -> assertThat(threads()).isSubsetOf(threads));
        assertThat(logged.list)
                .filteredOn(event ->
                        event.getThrowableProxy() != null || event.getLevel().isGreaterOrEqual(Level.WARN))
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEmpty();
    }

    /** How many of them read something. */
    private int visit(long seed, int callers) throws InterruptedException {
        AtomicInteger served = new AtomicInteger();
        ExecutorService crowd = Executors.newFixedThreadPool(AT_ONCE, task -> new Thread(task, "caller"));
        for (int i = 0; i < callers; i++) {
            Passerby caller = new Passerby(seed * CALLERS + i, stub, path);
            crowd.execute(() -> served.addAndGet(Math.min(1, caller.visit())));
        }
        crowd.shutdown();
        assertThat(crowd.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        return served.get();
    }

    private void awaitRest() {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        metric("vllm:num_requests_running", "") == 0 && metric("vllm:num_requests_waiting", "") == 0);
    }

    private double metric(String name, String label) {
        return new Sender(stub.uri(), stub.token())
                .get("/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{") && line.contains(service) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /** Those of callers have done their work. */
    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> !name.equals("caller"))
                .collect(Collectors.toSet());
    }
}

package dev.fabrickit.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.fabrickit.conformance.contract.Contract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service that asks for patience is asked again, but not for ever, and not where the contract knows such an answer. */
class PatienceTest {
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer busy;
    private int refusals;

    @BeforeEach
    void start() throws IOException {
        busy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        busy.createContext("/", exchange -> {
            boolean refuse = requests.getAndIncrement() < refusals;
            byte[] body = (refuse ? "{}" : "{\"total\":0,\"workspaces\":[]}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Retry-After", "0");
            exchange.sendResponseHeaders(refuse ? 429 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        busy.start();
    }

    @AfterEach
    void stop() {
        busy.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"listWorkspaces, 2, 200, 3", "listWorkspaces, 9, 429, 4", "invokeModelService, 9, 429, 1"})
    void it_is_asked_again(String operation, int refusals, int status, int asked) {
        this.refusals = refusals;
        List<String> breaches = new ArrayList<>();
        List<Duration> waits = new ArrayList<>();
        URI uri = URI.create("http://127.0.0.1:" + busy.getAddress().getPort());
        Target target = new Target(uri, uri, Credentials.ofToken("t0ken"), null);
        target.tellWaits(waits::add);
        Answer answer = new Wire(target, Contract.full(), exchange -> breaches.addAll(exchange.faults()))
                .ask(Call.of(operation)
                        .in("workspace_id", "w")
                        .in("instance_id", "i")
                        .meantBad());
        assertThat(answer.status()).isEqualTo(status);
        assertThat(requests).hasValue(asked);
        assertThat(waits).hasSize(asked - 1).allMatch(Duration::isZero);
        assertThat(breaches).noneMatch(breach -> operation.equals("listWorkspaces") && breach.contains("429"));
    }
}

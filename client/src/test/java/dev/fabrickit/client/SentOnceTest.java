package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fabrickit.client.wrong.RawServer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The JDK repeats nothing behind the client's back. */
@Timeout(20)
class SentOnceTest {
    private final AtomicInteger requests = new AtomicInteger();

    @Test
    void aReadWhoseConnectionEndsIsSentOnceWithoutRepeats() {
        assertThat(requestsWith(Retries.NONE)).isEqualTo(1);
    }

    @Test
    void aReadWhoseConnectionEndsIsSentFourTimesUsually() {
        assertThat(requestsWith(Retries.USUAL)).isEqualTo(4);
    }

    private int requestsWith(Retries retries) {
        try (RawServer server = new RawServer(wire -> {
                    wire.request();
                    requests.incrementAndGet();
                });
                FabricClient client = FabricClient.builder()
                        .adminUrl(server.uri())
                        .retries(retries)
                        .time(new SteppedTime())
                        .build()) {
            assertThatExceptionOfType(ConnectionFailedException.class)
                    .isThrownBy(() -> client.workspaces().listWorkspaces())
                    .withMessageContaining("got no answer from " + server.uri());
            return requests.get();
        }
    }
}

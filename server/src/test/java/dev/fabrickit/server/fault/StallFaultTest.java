package dev.fabrickit.server.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class StallFaultTest {
    private static final HttpRequest<?> REQUEST = HttpRequest.GET("/");

    private final List<Object> heard = new ArrayList<>();

    private void listen(int after, String... events) {
        new StallFault(after)
                .events(
                        REQUEST,
                        Flux.fromStream(Stream.of(events).map(event -> event.getBytes(StandardCharsets.UTF_8))))
                .map(event -> new String(event, StandardCharsets.UTF_8))
                .subscribe(heard::add, heard::add, () -> heard.add("the end"));
    }

    @Test
    void nothingIsHeardAfterTheLastEventNotEvenTheEnd() {
        listen(2, "a", "b", "c");

        assertThat(heard).containsExactly("a", "b");
    }

    @Test
    void aStreamThatEndsBeforeIsLeftAlone() {
        listen(4, "a", "b", "c");

        assertThat(heard).containsExactly("a", "b", "c", "the end");
    }
}

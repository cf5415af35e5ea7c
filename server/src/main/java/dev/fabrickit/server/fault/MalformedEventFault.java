package dev.fabrickit.server.fault;

import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import reactor.core.publisher.Flux;

/** One event of a stream whose data is half of its JSON. The rest of the stream is as it should be. */
record MalformedEventFault(int after) implements StreamFault {
    @Override
    public Flux<byte[]> events(HttpRequest<?> request, Flux<byte[]> events, Runnable struck) {
        return events.index((index, event) -> {
            if (index != after) {
                return event;
            }
            struck.run();
            return half(event);
        });
    }

    private static byte[] half(byte[] event) {
        String line = new String(event, StandardCharsets.UTF_8).strip();
        return (line.substring(0, line.length() / 2).strip() + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}

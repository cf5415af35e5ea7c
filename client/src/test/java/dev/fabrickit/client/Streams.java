package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.fabrickit.client.schema.ChatCompletionRequest;
import dev.fabrickit.client.schema.ChatMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How tests invoke a service, and how it streams to them. */
final class Streams {
    private Streams() {}

    static ChunkStream invoke(HandMadeService service) {
        return service.client().invokeModelService("w", "i", hello());
    }

    static ChatCompletionRequest hello() {
        return new ChatCompletionRequest()
                .addMessagesItem(
                        new ChatMessage().role(ChatMessage.RoleEnum.USER).content("hello"));
    }

    static String chunk(String text) {
        return "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":"
                + "[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"},\"finish_reason\":null}]}\n\n";
    }

    static OutputStream begin(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    static void send(OutputStream body, String events) throws IOException {
        body.write(events.getBytes(StandardCharsets.UTF_8));
        body.flush();
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

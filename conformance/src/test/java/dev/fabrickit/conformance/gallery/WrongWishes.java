package dev.fabrickit.conformance.gallery;

import static dev.fabrickit.conformance.gallery.WrongServer.that;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.server.Stub;
import dev.fabrickit.server.seam.Interference;
import io.micronaut.http.HttpRequest;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;

/** Servers that take a chat for another one, or know nothing of the chats beside it. */
final class WrongWishes {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INVOKE = "invokeModelService";
    private static final String TOKEN = "x-auth-token";

    private WrongWishes() {}

    static List<WrongServer> all() {
        return List.of(
                ignoring("n", "P5.7").alsoFailing("LI.15", "P5.43", "ST.46"),
                ignoring("stop", "P5.8", "P5.38").alsoFailing("LI.15", "LI.31"),
                ignoring("max_tokens", "P5.6", "P5.37").alsoFailing("LI.15", "P5.5"),
                ignoring("max_completion_tokens", "P5.6", "P5.37").alsoFailing("LI.15", "P5.5"),
                ignoring("response_format", "P5.9").alsoFailing("LI.15", "ST.48"),
                ignoring("tool_choice", "P5.40", "P5.41").alsoFailing("LI.15", "LI.32", "P5.11"),
                that("only the last turn is read", whole(WrongWishes::forget), "P5.35")
                        .alsoFailing("LI.15"),
                that(
                                "an unsaid stream is none",
                                chats(chat -> chat.path("stream").isMissingNode(), WrongWishes::say),
                                "P5.1")
                        .spoiling(),
                that(
                        "a wanted stream is none",
                        chats(chat -> chat.path("stream").asBoolean(), WrongWishes::say),
                        "P5.1"),
                that("an unwanted stream comes", whole(chat -> chat.remove("stream")), "P5.3")
                        .spoiling(),
                that("streams are opened by anything", new Detour(INVOKE, WrongWishes::admit), "AU.1", "AU.2"),
                new WrongServer(
                        "streams that are left go on",
                        Set.of("ST.13"),
                        Set.of(),
                        false,
                        Map.of("fabrickit.units.slots", 1),
                        Set.of(),
                        Tampering.events(events -> events.replay().autoConnect())),
                that("streams at the same moment mix", new Mixing(), "ST.41").spoiling());
    }

    private static WrongServer ignoring(String wish, String... caughtBy) {
        return that(wish + " is not heeded", whole(chat -> chat.remove(wish)), caughtBy);
    }

    private static Interference whole(Consumer<ObjectNode> change) {
        return chats(chat -> !chat.path("stream").asBoolean(true), change);
    }

    private static Interference chats(Predicate<ObjectNode> which, Consumer<ObjectNode> change) {
        return new Detour(INVOKE, sent -> {
            try {
                if (JSON.readTree(sent.body()) instanceof ObjectNode chat && which.test(chat)) {
                    change.accept(chat);
                    return sent.saying(chat.toString());
                }
                return sent;
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void forget(ObjectNode chat) {
        while (chat.path("messages").size() > 1) {
            chat.withArray("/messages").remove(0);
        }
    }

    private static void say(ObjectNode chat) {
        chat.put("stream", false);
    }

    private static Detour.Sent admit(Detour.Sent sent) {
        boolean streams = !sent.body().contains("\"stream\":false");
        boolean known = sent.headers().getOrDefault(TOKEN, "").contains("token-of")
                || sent.headers().getOrDefault(TOKEN, "").equals(Stub.DEVELOPMENT_TOKEN);
        return streams && !known ? sent.with(TOKEN, Stub.DEVELOPMENT_TOKEN) : sent;
    }

    /** While several streams are open, each says what is not its own. */
    private static final class Mixing implements Interference {
        private final AtomicInteger open = new AtomicInteger();

        @Override
        public Flux<byte[]> events(HttpRequest<?> request, Flux<byte[]> events) {
            return events.doOnSubscribe(begun -> open.incrementAndGet())
                    .map(event -> open.get() > 1
                            ? Tampering.bytes(Tampering.text(event).replace("\"content\":\" ", "\"content\":\" and "))
                            : event)
                    .doFinally(ended -> open.decrementAndGet());
        }
    }
}

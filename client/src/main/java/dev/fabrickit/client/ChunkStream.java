package dev.fabrickit.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.client.schema.ChatCompletion;
import dev.fabrickit.client.schema.ChatCompletionChunk;
import dev.fabrickit.client.schema.ChunkChoice;
import java.io.EOFException;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A streamed answer, chunk by chunk as the service gives them. Read it on one thread, once: every iterator and stream goes
 * on where the one before stopped. Close it, best with try-with-resources; closing early tells the service to stop. A
 * stream that was read to its end or has failed is closed already. To have an answer only when it is complete, read
 * {@link #joinedText()} or {@link #completion()}.
 *
 * <p>Reading waits for the next chunk, and throws
 *
 * <ul>
 *   <li>{@link StreamFailedException} when the service reports an error within the stream,
 *   <li>{@link ConnectionFailedException} when the connection is cut, nothing comes for the silence timeout of the client, the
 *       whole takes longer than its stream timeout, or the stream ends before each choice had its {@code finish_reason}
 *       and without {@code [DONE]},
 *   <li>{@link UnreadableAnswerException} when an event is neither a chunk nor an error, or longer than 4 MiB.
 * </ul>
 *
 * <p>Source: step 5 of the tutorial, and the WHATWG's rules for server-sent events (HTML, section 9.2).
 */
public final class ChunkStream implements Iterable<ChatCompletionChunk>, AutoCloseable {
    static final String MEDIA_TYPE = "text/event-stream";
    static final String END = "[DONE]";
    private static final Set<String> ERRORS = Set.of("error_code", "error_msg", "error");
    private static final int LONGEST_EVENT = 4 * 1024 * 1024;
    private static final String NEITHER = "was sent an event that is neither a chunk nor an error";

    private final Answer answer;
    private final SseDecoder events;
    private final Finish finish;
    private volatile boolean closed;
    private @Nullable ChatCompletionChunk next;

    /** @param choices how many were asked for */
    ChunkStream(Answer answer, int choices) {
        this.answer = answer;
        this.finish = new Finish(choices);
        this.events = new SseDecoder(answer.response().body(), LONGEST_EVENT);
        if (!answer.mediaType().equalsIgnoreCase(MEDIA_TYPE)) {
            try {
                throw answer.asNoStream();
            } finally {
                close();
            }
        }
    }

    @Override
    public Iterator<ChatCompletionChunk> iterator() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return ready();
            }

            @Override
            public ChatCompletionChunk next() {
                return take();
            }
        };
    }

    /** The chunks that are still to come. Closing the returned stream closes this one. */
    public Stream<ChatCompletionChunk> stream() {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), traits), false)
                .onClose(this::close);
    }

    /** The pieces of text that are still to come, of the first choice when several were asked for. */
    public Stream<String> texts() {
        return stream().flatMap(chunk -> chunk.getChoices().stream()).flatMap(ChunkStream::textOfFirst);
    }

    private static Stream<String> textOfFirst(@Nullable ChunkChoice choice) {
        boolean first = choice != null && Finish.indexOf(choice) == 0 && choice.getDelta() != null;
        return first ? Stream.ofNullable(choice.getDelta().getContent()) : Stream.empty();
    }

    /** Reads to the end and joins {@link #texts()}. */
    public String joinedText() {
        try (Stream<String> texts = texts()) {
            return texts.collect(Collectors.joining());
        }
    }

    /** Reads to the end and makes one answer of all chunks, as if it had not been asked for as a stream. */
    public ChatCompletion completion() {
        ChunkAccumulator parts = new ChunkAccumulator();
        forEach(parts::add);
        return parts.completion();
    }

    /** Ends the answer, also from another thread that finds the reader waiting. Further reading finds no more chunks. */
    @Override
    public void close() {
        closed = true;
        answer.response().body().close();
    }

    private boolean ready() {
        if (next == null && !closed) {
            try {
                next = read();
            } finally {
                if (next == null) {
                    close();
                }
            }
        }
        return next != null;
    }

    private ChatCompletionChunk take() {
        ChatCompletionChunk taken = ready() ? next : null;
        if (taken == null) {
            throw new NoSuchElementException("the answer has ended");
        }
        next = null;
        return taken;
    }

    private @Nullable ChatCompletionChunk read() {
        try {
            String data = events.next();
            if (data == null && !finish.isReached()) {
                throw new EOFException("the stream ended before the answer did");
            }
            return data == null || isEnd(data) ? null : chunk(data);
        } catch (JsonProcessingException e) {
            throw answer.unreadable(NEITHER + ": " + e.getOriginalMessage());
        } catch (SseDecoder.TooLongException e) {
            throw answer.unreadable("was sent " + e.getMessage());
        } catch (IOException e) {
            if (closed) {
                return null;
            }
            throw answer.cut(e);
        }
    }

    /** Some services send a blank behind it. */
    private static boolean isEnd(String data) {
        return data.startsWith(END) && data.strip().equals(END);
    }

    private ChatCompletionChunk chunk(String data) throws IOException {
        ChatCompletionChunk chunk = Json.readChunk(data);
        boolean isChunk = chunk != null && chunk.getChoices() != null;
        if (!isChunk || chunk.getUnknownFields().keySet().stream().anyMatch(ERRORS::contains)) {
            JsonNode other = Json.read(data, JsonNode.class);
            ServiceError error = other == null ? ServiceError.UNREADABLE : ServiceError.of(other, answer.secrets());
            if (error.isTold()) {
                throw answer.failed(error);
            }
        }
        if (!isChunk) {
            throw answer.unreadable(NEITHER);
        }
        finish.note(chunk);
        return chunk;
    }
}

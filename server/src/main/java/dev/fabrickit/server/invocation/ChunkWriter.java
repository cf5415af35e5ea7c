package dev.fabrickit.server.invocation;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.fabrickit.server.invocation.engine.Piece;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Writes the chunks of one answer. Most are text, so what stands around the text is written once for each choice. */
final class ChunkWriter {
    /** A text that stands nowhere else in a chunk, and how JSON spells it. */
    private static final String MARK = "\u0001";

    private static final String WRITTEN_MARK = "\\u0001";

    private final EventWriter events;
    private final Completion completion;
    private final Map<Integer, Frame> frames = new HashMap<>();
    private boolean begun;

    ChunkWriter(EventWriter events, Completion completion) {
        this.events = events;
        this.completion = completion;
    }

    byte[] chunk(Piece piece) {
        begun = true;
        return piece instanceof Piece.Text text
                ? frames.computeIfAbsent(text.choice(), this::frame).around(text.text())
                : events.chunk(completion.chunk(piece));
    }

    /** Whether it has written anything. */
    boolean hasBegun() {
        return begun;
    }

    private Frame frame(int choice) {
        byte[] event = events.chunk(completion.chunk(new Piece.Text(choice, MARK)));
        String text = new String(event, StandardCharsets.UTF_8);
        int at = text.lastIndexOf(WRITTEN_MARK);
        return new Frame(text.substring(0, at), text.substring(at + WRITTEN_MARK.length()));
    }

    private record Frame(String before, String after) {
        byte[] around(String text) {
            String quoted = new String(JsonStringEncoder.getInstance().quoteAsString(text));
            return (before + quoted + after).getBytes(StandardCharsets.UTF_8);
        }
    }
}

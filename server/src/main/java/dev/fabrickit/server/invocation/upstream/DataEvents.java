package dev.fabrickit.server.invocation.upstream;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the data of server-sent events in bytes as they come. Everything else that the standard allows (comments, other fields,
 * any line end, data of several lines) is read over.
 */
final class DataEvents {
    private static final int LONGEST = 4_000_000;
    private static final String DATA = "data:";

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private boolean afterReturn;

    /** The data of the events that are complete with these bytes. */
    List<String> read(List<ByteBuffer> bytes) {
        List<String> events = new ArrayList<>();
        for (ByteBuffer buffer : bytes) {
            while (buffer.hasRemaining()) {
                read(buffer.get(), events);
            }
        }
        return events;
    }

    private void read(byte next, List<String> events) {
        boolean endedAlready = afterReturn && next == '\n';
        afterReturn = next == '\r';
        if (endedAlready) {
            return;
        }
        if (next == '\n' || next == '\r') {
            end(line.toString(StandardCharsets.UTF_8), events);
            line.reset();
        } else {
            line.write(next);
        }
        if (line.size() + data.length() > LONGEST) {
            throw UpstreamFailures.unreadable();
        }
    }

    private void end(String text, List<String> events) {
        if (text.isEmpty() && !data.isEmpty()) {
            events.add(data.substring(0, data.length() - 1));
            data.setLength(0);
        } else if (text.startsWith(DATA)) {
            data.append(text.substring(text.startsWith(DATA + " ") ? DATA.length() + 1 : DATA.length()))
                    .append('\n');
        }
    }
}

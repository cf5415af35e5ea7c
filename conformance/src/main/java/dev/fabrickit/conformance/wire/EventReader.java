package dev.fabrickit.conformance.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads server-sent events one by one, as the WHATWG HTML standard interprets a stream (section 9.2.6): any line end,
 * comments, several data lines, with or without the blank after the colon. An event that no blank line ends is dropped. Where
 * a stream is spelt in a rarer way than it needs to be, or is no UTF-8, is noted.
 */
final class EventReader {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String DATA = "data";

    private final InputStream stream;
    private final List<String> oddities = new ArrayList<>();
    private final List<String> undecodable = new ArrayList<>();
    private int number;
    private boolean afterReturn;
    private boolean cut;

    EventReader(InputStream stream) {
        this.stream = new BufferedInputStream(stream);
    }

    /** The data of the next event, as soon as it is complete; empty at the end of the stream. */
    Optional<String> next() throws IOException {
        List<String> data = new ArrayList<>();
        for (Optional<String> line = readLine(); line.isPresent(); line = readLine()) {
            String text = line.get();
            if (text.isEmpty() && !data.isEmpty()) {
                noteIf(data.size() > 1, "the event before it has " + data.size() + " lines of data");
                return Optional.of(String.join("\n", data));
            }
            int colon = text.indexOf(':');
            String field = colon < 0 ? text : text.substring(0, colon);
            if (field.equals(DATA)) {
                data.add(colon < 0 ? "" : withoutBlank(text.substring(colon + 1)));
                noteIf(!text.startsWith(DATA + ": "), "there is no blank after the colon");
            } else {
                noteIf(!field.isEmpty(), "it is neither data nor a comment: " + shown(text));
            }
        }
        cut |= !data.isEmpty();
        return Optional.empty();
    }

    private static String withoutBlank(String value) {
        return value.startsWith(" ") ? value.substring(1) : value;
    }

    /** The next line without its end; empty at the end of the stream. */
    private Optional<String> readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = stream.read(); next >= 0; next = stream.read()) {
            boolean secondOfTwo = afterReturn && next == '\n';
            afterReturn = next == '\r';
            if (next == '\n' && !secondOfTwo || next == '\r') {
                number++;
                noteIf(next == '\r', "it ends with CR");
                return Optional.of(decoded(line));
            }
            if (!secondOfTwo) {
                line.write(next);
            }
        }
        cut |= line.size() > 0;
        return Optional.empty();
    }

    private String decoded(ByteArrayOutputStream line) {
        String text = line.toString(StandardCharsets.UTF_8);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line.toByteArray()));
        } catch (CharacterCodingException e) {
            undecodable.add("line " + number + " is no UTF-8: " + shown(text));
        }
        if (number == 1 && text.startsWith(BYTE_ORDER_MARK)) {
            noteIf(true, "it begins with a byte order mark");
            return text.substring(1);
        }
        return text;
    }

    private void noteIf(boolean odd, String oddity) {
        if (odd) {
            oddities.add("line " + number + ": " + oddity);
        }
    }

    private static String shown(String line) {
        return line.length() <= 80 ? line : line.substring(0, 80) + "…";
    }

    /** Where it is not made of comments and events of one {@code data: } line, each line ended by LF. */
    List<String> oddities() {
        return List.copyOf(oddities);
    }

    /** Where it is no UTF-8. */
    List<String> undecodable() {
        return List.copyOf(undecodable);
    }

    /** Whether it ended within an event. */
    boolean isCut() {
        return cut;
    }
}

package dev.fabrickit.conformance.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads server-sent events one by one, as the WHATWG HTML standard interprets a stream (section 9.2.6): any line end,
 * comments, several data lines, with or without the blank after the colon. An event that no blank line ends is dropped.
 */
final class EventReader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String DATA = "data";

    private final BufferedReader lines;
    private boolean first = true;

    EventReader(InputStream stream) {
        lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    /** The data of the next event, as soon as it is complete; empty at the end of the stream. */
    Optional<String> next() throws IOException {
        List<String> data = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String text = first && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK ? line.substring(1) : line;
            first = false;
            if (text.isEmpty() && !data.isEmpty()) {
                return Optional.of(String.join("\n", data));
            }
            int colon = text.indexOf(':');
            String field = colon < 0 ? text : text.substring(0, colon);
            if (field.equals(DATA)) {
                data.add(colon < 0 ? "" : withoutBlank(text.substring(colon + 1)));
            }
        }
        return Optional.empty();
    }

    private static String withoutBlank(String value) {
        return value.startsWith(" ") ? value.substring(1) : value;
    }
}

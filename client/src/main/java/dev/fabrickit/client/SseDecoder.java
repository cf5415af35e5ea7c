package dev.fabrickit.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads server-sent events as they arrive, by the rules of the WHATWG (HTML, section 9.2.6). Only their data: the contract
 * gives no meaning to {@code event}, {@code id} and {@code retry}.
 */
final class SseDecoder {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final BufferedReader lines;
    private boolean begun;

    SseDecoder(InputStream bytes) {
        this.lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    }

    /**
     * Waits for the next event that has data.
     *
     * @return its data, or null at the end of the stream. An event that the end cuts before its blank line is dropped, as
     *     9.2.6 demands.
     */
    @Nullable
    String next() throws IOException {
        List<String> data = new ArrayList<>(1);
        for (String line = readLine(); line != null; line = readLine()) {
            if (!line.isEmpty()) {
                addData(line, data);
            } else if (!data.isEmpty()) {
                return String.join("\n", data);
            }
        }
        return null;
    }

    private static void addData(String line, List<String> data) {
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        if (field.equals("data")) {
            String value = colon < 0 ? "" : line.substring(colon + 1);
            data.add(value.startsWith(" ") ? value.substring(1) : value);
        }
    }

    private @Nullable String readLine() throws IOException {
        String line = lines.readLine();
        if (!begun && line != null && line.startsWith(BYTE_ORDER_MARK)) {
            line = line.substring(1);
        }
        begun = true;
        return line;
    }
}

package dev.fabrickit.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads server-sent events as they arrive, by the rules of the WHATWG (HTML, section 9.2.6). Only their data: the contract
 * gives no meaning to {@code event}, {@code id} and {@code retry}.
 */
final class SseDecoder {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] LINE_FEED = {'\n'};
    private static final byte[] DATA = "data".getBytes(StandardCharsets.US_ASCII);

    private final InputStream bytes;
    private final int longest;
    private final byte[] buffer = new byte[8 * 1024];
    private int position;
    private int limit;
    private boolean lineFeedBelongsToLastLine;
    private boolean begun;
    private final Growing line = new Growing();
    private final Growing data = new Growing();

    /** @param longest how many bytes a line, and the data of an event, may have */
    SseDecoder(InputStream bytes, int longest) {
        this.bytes = bytes;
        this.longest = longest;
    }

    /** Something had more bytes than are allowed. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        private TooLongException(String what) {
            super(what);
        }
    }

    private static final class Growing extends ByteArrayOutputStream {
        byte[] bytes() {
            return buf;
        }

        boolean startsWith(byte[] start) {
            return count >= start.length && Arrays.equals(buf, 0, start.length, start, 0, start.length);
        }
    }

    /**
     * Waits for the next event that has data.
     *
     * @return its data, or null at the end of the stream. An event that the end cuts before its blank line is dropped, as
     *     9.2.6 demands.
     */
    @Nullable
    String next() throws IOException {
        boolean any = false;
        data.reset();
        while (readLine()) {
            if (line.size() > 0) {
                any |= addData(any);
            } else if (any) {
                return data.toString(StandardCharsets.UTF_8);
            }
        }
        return null;
    }

    private boolean addData(boolean further) throws TooLongException {
        int value = DATA.length;
        if (!line.startsWith(DATA) || line.size() > value && line.bytes()[value] != ':') {
            return false;
        }
        if (further) {
            add(LINE_FEED, 0, 1, data, "an event");
        }
        int blank = value + 1;
        int start = Math.min(line.size(), line.size() > blank && line.bytes()[blank] == ' ' ? blank + 1 : blank);
        add(line.bytes(), start, line.size() - start, data, "an event");
        return true;
    }

    /** False at the end, even when it cuts a line. */
    private boolean readLine() throws IOException {
        line.reset();
        while (position < limit || fill()) {
            if (lineFeedBelongsToLastLine && buffer[position] == '\n') {
                position++;
            }
            lineFeedBelongsToLastLine = false;
            int end = endOfLine();
            add(buffer, position, end - position, line, "a line");
            position = end;
            if (end < limit) {
                // Without waiting for the line feed that may follow: it would hold an event back.
                lineFeedBelongsToLastLine = buffer[position++] == '\r';
                skipByteOrderMark();
                return true;
            }
        }
        return false;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, bytes.read(buffer));
        return limit > 0;
    }

    private int endOfLine() {
        int end = position;
        while (end < limit && buffer[end] != '\n' && buffer[end] != '\r') {
            end++;
        }
        return end;
    }

    private void add(byte[] from, int start, int length, Growing to, String what) throws TooLongException {
        if (length > longest - to.size()) {
            throw new TooLongException(what + " of more than " + longest + " bytes");
        }
        to.write(from, start, length);
    }

    private void skipByteOrderMark() {
        if (!begun && line.startsWith(BYTE_ORDER_MARK)) {
            byte[] rest = Arrays.copyOfRange(line.bytes(), BYTE_ORDER_MARK.length, line.size());
            line.reset();
            line.writeBytes(rest);
        }
        begun = true;
    }
}

package dev.fabrickit.conformance.report;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Takes secrets out of a report of JSON messages while it is written. */
final class MaskingStream extends FilterOutputStream {
    private static final int BLOCK = 1 << 16;

    private final UnaryOperator<String> mask;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private byte previous;

    MaskingStream(OutputStream out, UnaryOperator<String> mask) {
        super(out);
        this.mask = mask;
    }

    /** Within a string of JSON no quote follows a brace as it is: a block that begins so cuts no secret in two. */
    @Override
    public void write(int character) throws IOException {
        if (held.size() > BLOCK && previous == '{' && character == '"') {
            pass();
        }
        held.write(character);
        previous = (byte) character;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }

    private void pass() throws IOException {
        out.write(mask.apply(held.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        held.reset();
    }

    /** Writes nothing that is not complete. */
    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        pass();
        super.close();
    }
}

package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseDecoderTest {
    private static final int LONGEST = 64;

    @Test
    void aBlankLineEndsAnEvent() throws IOException {
        assertThat(decoded("data: one\n\ndata: two\n\n")).containsExactly("one", "two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void anyLineEndWillDo(String end) throws IOException {
        String stream = "data: one\n\ndata: two\n\n".replace("\n", end);

        assertThat(decoded(stream)).containsExactly("one", "two");
    }

    @Test
    void lineEndsMayBeMixed() throws IOException {
        assertThat(decoded("data: one\r\n\ndata: two\r\rdata: three\n\r\n")).containsExactly("one", "two", "three");
    }

    @Test
    void aCarriageReturnAndALineFeedMayArriveApart() throws IOException {
        for (int size = 1; size < 12; size++) {
            assertThat(decodedInPieces("data: one\r\n\r\ndata: two\r\n\r\n", size))
                    .as("pieces of %d bytes", size)
                    .containsExactly("one", "two");
        }
    }

    @Test
    void anEventIsGivenBeforeTheLineFeedThatMayFollowItsLastCarriageReturn() throws IOException {
        InputStream endsHere = new ByteArrayInputStream("data: one\r\n\r".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                int count = super.read(bytes, offset, length);
                assertThat(count).as("bytes after the event").isPositive();
                return count;
            }
        };

        assertThat(new SseDecoder(endsHere, LONGEST).next()).isEqualTo("one");
    }

    @Test
    void theBlankAfterTheColonIsOptional() throws IOException {
        assertThat(decoded("data:one\n\ndata: two\n\n")).containsExactly("one", "two");
    }

    @Test
    void onlyOneBlankAfterTheColonIsDropped() throws IOException {
        assertThat(decoded("data:  one \n\n")).containsExactly(" one ");
    }

    @Test
    void severalDataLinesAreJoinedByLineFeeds() throws IOException {
        assertThat(decoded("data: one\ndata:\ndata: two\n\n")).containsExactly("one\n\ntwo");
        assertThat(decoded("data\ndata: \n\n")).containsExactly("\n");
        assertThat(decoded("data: one\r\ndata: two\r\n\r\n")).containsExactly("one\ntwo");
    }

    @Test
    void aDataLineMayLackTheColon() throws IOException {
        assertThat(decoded("data\n\n")).containsExactly("");
    }

    @Test
    void commentsAreSkipped() throws IOException {
        assertThat(decoded(": keep-alive\n\n:\ndata: one\n: more\n\n")).containsExactly("one");
    }

    @Test
    void eventIdRetryAndUnknownFieldsAreSkipped() throws IOException {
        assertThat(
                        decoded(
                                "event: chunk\nid: 1\nretry: 10\nretry: soon\nid\ndatum: no\n data: no\nDATA: no\ndata: one\n\n"))
                .containsExactly("one");
    }

    @Test
    void anEventWithoutDataIsNone() throws IOException {
        assertThat(decoded("event: ping\n\n\n\ndata: one\n\n")).containsExactly("one");
    }

    @Test
    void anEventWithoutItsBlankLineIsDropped() throws IOException {
        assertThat(decoded("data: one\n\ndata: tw")).containsExactly("one");
        assertThat(decoded("data: one\n\ndata: two\n")).containsExactly("one");
    }

    @Test
    void aByteOrderMarkIsSkippedAtTheStartOnly() throws IOException {
        assertThat(decoded("\uFEFFdata: one\n\n\uFEFFdata: two\n\n")).containsExactly("one");
        assertThat(decodedInPieces("\uFEFFdata: one\n\n", 1)).containsExactly("one");
        assertThat(decoded("\uFEFF\uFEFFdata: one\n\n")).isEmpty();
    }

    @Test
    void charactersMayBeSplitBetweenReads() throws IOException {
        String stream = "data: 你好 \uD83D\uDE00\r\n\r\ndata: two\r\n\r\n";
        for (int size = 1; size < 12; size++) {
            assertThat(decodedInPieces(stream, size))
                    .as("pieces of %d bytes", size)
                    .containsExactly("你好 \uD83D\uDE00", "two");
        }
    }

    @Test
    void bytesThatAreNoUtf8AreReplaced() throws IOException {
        byte[] stream = "data: a?b\n\n".getBytes(StandardCharsets.UTF_8);
        stream[7] = (byte) 0xFF;

        assertThat(all(new ByteArrayInputStream(stream))).containsExactly("a\uFFFDb");
    }

    @Test
    void aLineMayBeAsLongAsTheLimitAndNoLonger() throws IOException {
        String longest = "x".repeat(LONGEST - "data: ".length());

        assertThat(decoded("data: " + longest + "\n\n")).containsExactly(longest);
        assertThatExceptionOfType(SseDecoder.TooLongException.class)
                .isThrownBy(() -> decoded("data: " + longest + "x\n\n"))
                .withMessage("a line of more than 64 bytes");
        assertThatExceptionOfType(SseDecoder.TooLongException.class)
                .isThrownBy(() -> decoded(":" + "x".repeat(LONGEST)));
    }

    @Test
    void theLimitCountsForAllLinesOfAnEventTogether() {
        assertThatExceptionOfType(SseDecoder.TooLongException.class)
                .isThrownBy(() -> decoded(("data: " + "x".repeat(30) + "\n").repeat(3) + "\n"))
                .withMessage("an event of more than 64 bytes");
        assertThatExceptionOfType(SseDecoder.TooLongException.class)
                .isThrownBy(() -> decoded("data\n".repeat(LONGEST + 10)));
    }

    private static List<String> decoded(String stream) throws IOException {
        return all(new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> decodedInPieces(String stream, int size) throws IOException {
        return all(new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, size));
            }
        });
    }

    private static List<String> all(InputStream stream) throws IOException {
        SseDecoder decoder = new SseDecoder(stream, LONGEST);
        List<String> events = new ArrayList<>();
        for (String data = decoder.next(); data != null; data = decoder.next()) {
            events.add(data);
        }
        return events;
    }
}
